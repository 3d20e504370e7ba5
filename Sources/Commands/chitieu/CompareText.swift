import CommandLineOptions
import Diagnostics
import Foundation
import Pipeline
import Plan
import Tables

/// How a comparison is written.
enum CompareFormat: String, CaseIterable, Sendable {
  case table, csv, json
  case markdown = "md"
}

/// A comparison of units in words and columns.
struct CompareText {
  private let comparison: UnitComparison
  private let language: Language
  private let plan: Plan

  init(_ plan: Plan, _ comparison: UnitComparison, language: Language) {
    self.plan = plan
    self.comparison = comparison
    self.language = language
  }

  func written(as format: CompareFormat) throws -> String {
    switch format {
    case .table:
      let sentences = comparison.sentences
      return ([title] + table.lines.map { "  \($0)" } + sentences).joined(separator: "\n")
    case .markdown: return markdown
    case .csv: return String(decoding: write(comparison.rows).dropLast(), as: UTF8.self)
    case .json:
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(CompareRecord(comparison)), as: UTF8.self)
    }
  }

  /// Of a yes or no of each unit there is nothing to count within one.
  private var hasCounts: Bool {
    guard case .ratio = comparison.indicator.formula else { return false }
    return comparison.indicator.isProportion
  }

  private func say(vi: String, en: String) -> String { language == .vietnamese ? vi : en }
  private func say(_ text: LocalisedText) -> String { text.text(in: language) }

  private func name(_ row: ComparisonRow) -> String {
    guard row.name.isEmpty else { return row.name }
    let units = plan.members(in: row.year, boundaries: comparison.settings.boundaries)
    return units.first { $0.code == row.unit }?.name ?? row.unit
  }

  private func number(_ value: Double?, decimals: Int? = nil) -> String {
    guard let value else { return "" }
    let text = String(format: "%.\(decimals ?? comparison.indicator.decimals)f", value)
    return language == .vietnamese ? text.replacing(".", with: ",") : text
  }

  private func span(_ lower: Double?, _ upper: Double?, decimals: Int? = nil) -> String {
    let limits = [lower, upper].map { number($0, decimals: decimals) }
    return limits.contains("") ? "" : limits.joined(separator: " – ")
  }

  private var title: String {
    "\(say(comparison.indicator.title)), \(comparison.year)"
  }

  private var headers: [(header: String, side: AlignedRows.Side)] {
    var headers: [(header: String, side: AlignedRows.Side)] = [
      (say(vi: "Đơn vị", en: "Unit"), .left), (say(vi: "Các năm", en: "Years"), .left),
      (say(vi: "Giá trị", en: "Value"), .right),
    ]
    if hasCounts {
      headers += [
        (say(vi: "Số đếm", en: "Counts"), .right),
        (say(vi: "Khoảng 95 %", en: "95 % interval"), .right),
        (say(vi: "Làm mượt", en: "Shrunken"), .right), (say(vi: "Thứ bậc", en: "Rank"), .right),
        (say(vi: "Nhận định", en: "Reading"), .left),
      ]
    }
    return headers
  }

  private var table: AlignedRows {
    var rows = AlignedRows(headers)
    for cells in cells { rows.add(cells) }
    return rows
  }

  private var cells: [[String]] {
    let whole = comparison.figures.filter { $0.reported == $0.expected && $0.value != nil }
    let values = Dictionary(grouping: whole, by: \.unit)
    let first = whole.map(\.year).min() ?? comparison.year
    let years = Array(first...max(first, comparison.year))
    let reasons = comparison.missing
    return comparison.rows.map { row in
      let own = values[row.unit] ?? []
      let missing = reasons[row.unit]
      let cells = [
        name(row), sparkline(years.map { year in own.first { $0.year == year }?.value }),
        row.value.map { number($0) } ?? missing.map { say($0.label) } ?? "",
      ]
      guard hasCounts else { return cells }
      let counts = [row.numerator, row.denominator].map { number($0, decimals: 0) }
      return cells + [
        counts.contains("") ? "" : counts.joined(separator: "/"), span(row.lower, row.upper),
        number(row.smoothed), span(row.rankLower, row.rankUpper, decimals: 0), reading(row),
      ]
    }
  }

  private func reading(_ row: ComparisonRow) -> String {
    if row.leftOut == .notWhole { return say(vi: "chưa đủ báo cáo", en: "not all reported") }
    return switch row.standing {
    case .higher: say(vi: "cao hơn", en: "higher")
    case .lower: say(vi: "thấp hơn", en: "lower")
    case .notDistinguishable: say(vi: "chưa phân biệt được", en: "not told apart")
    case .notCompared, .suppressed: say(vi: "không so sánh", en: "not compared")
    }
  }

  private var markdown: String {
    func line(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |" }
    var lines = ["## \(title)", "", line(headers.map(\.header))]
    lines.append(line(headers.map { $0.side == .left ? "---" : "---:" }))
    for row in cells { lines.append(line(row.map { $0.replacing("|", with: "\\|") })) }
    lines.append("")
    for sentence in comparison.sentences { lines.append("- \(sentence)") }
    return lines.joined(separator: "\n")
  }
}
