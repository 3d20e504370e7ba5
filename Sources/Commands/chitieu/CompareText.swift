import CommandLineOptions
import DelimitedText
import Diagnostics
import Foundation
import Methods
import Plan
import Tables
import Trends

/// How a comparison is written.
enum CompareFormat: String, CaseIterable, Sendable {
  case table, csv, json
  case markdown = "md"
}

/// A comparison of units in words and columns.
struct CompareText {
  private let plan: Plan
  private let comparison: UnitComparison
  private let settings: RunSettings
  private let language: Language

  init(
    _ plan: Plan,
    _ comparison: UnitComparison,
    _ settings: RunSettings,
    language: Language
  ) {
    self.plan = plan
    self.comparison = comparison
    self.settings = settings
    self.language = language
  }

  func written(as format: CompareFormat) throws -> String {
    switch format {
    case .table:
      return ([title] + table.lines.map { "  \($0)" } + sentences).joined(separator: "\n")
    case .markdown: return markdown
    case .csv: return csv
    case .json:
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      let record = CompareRecord(comparison, per: per, sentences: sentences, name: name)
      return String(decoding: try encoder.encode(record), as: UTF8.self)
    }
  }

  /// Of a yes or no of each unit there is nothing to count within one.
  private var hasCounts: Bool {
    guard case .ratio = comparison.indicator.formula else { return false }
    return comparison.indicator.isProportion
  }

  private var per: Double {
    switch comparison.indicator.formula {
    case .ratio(_, _, let per): Double(per)
    case .units: 100
    case .count: 1
    }
  }

  private func say(vi: String, en: String) -> String { language == .vietnamese ? vi : en }
  private func say(_ text: LocalisedText) -> String { text.text(in: language) }

  private func name(_ code: String) -> String {
    let units = plan.members(in: comparison.year, boundaries: settings.boundaries)
    return units.first { $0.code == code }?.name ?? code
  }

  private func number(_ value: Double?, decimals: Int? = nil) -> String {
    guard let value else { return "" }
    let text = String(format: "%.\(decimals ?? comparison.indicator.decimals)f", value)
    return language == .vietnamese ? text.replacing(".", with: ",") : text
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
        (say(vi: "Làm trơn", en: "Smoothed"), .right), (say(vi: "Vị trí", en: "Place"), .left),
      ]
    }
    return headers
  }

  private var years: [Int] {
    let all = comparison.units.flatMap(\.values).map { Int($0.time) }
    guard let first = all.min() else { return [] }
    return Array(first...max(first, comparison.year))
  }

  private var table: AlignedRows {
    var rows = AlignedRows(headers)
    for cells in cells { rows.add(cells) }
    return rows
  }

  private var cells: [[String]] {
    let years = years
    return comparison.units.map { unit in
      let byYear = Dictionary(unit.values.map { (Int($0.time), $0.value) }) { first, _ in first }
      let row = unit.row
      let isWhole = row.reported == row.expected
      var cells = [
        name(row.unit), sparkline(years.map { byYear[$0] }),
        row.value.map { number($0) } ?? row.missing.map { say($0.label) } ?? "",
      ]
      guard hasCounts else { return cells }
      let counts = [row.numerator, row.denominator].map { number($0, decimals: 0) }
      cells.append(counts.contains("") ? "" : counts.joined(separator: "/"))
      let limits = [row.lower, row.upper].map { number($0) }
      cells.append(limits.contains("") ? "" : limits.joined(separator: " – "))
      cells.append(number(unit.smoothed.map { $0 * per }))
      cells.append(
        isWhole ? place(unit.position) : say(vi: "chưa đủ báo cáo", en: "not all reported")
      )
      return cells
    }
  }

  private func place(_ position: Funnel.Position?) -> String {
    switch position {
    case nil: say(vi: "không so sánh", en: "not compared")
    case .inside: say(vi: "như chung", en: "as all")
    case .lowBeyond95: say(vi: "thấp hơn (95 %)", en: "lower (95 %)")
    case .lowBeyond998: say(vi: "thấp hơn (99,8 %)", en: "lower (99.8 %)")
    case .highBeyond95: say(vi: "cao hơn (95 %)", en: "higher (95 %)")
    case .highBeyond998: say(vi: "cao hơn (99,8 %)", en: "higher (99.8 %)")
    }
  }

  private var markdown: String {
    func line(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |" }
    var lines = ["## \(title)", "", line(headers.map(\.header))]
    lines.append(line(headers.map { $0.side == .left ? "---" : "---:" }))
    for row in cells { lines.append(line(row.map { $0.replacing("|", with: "\\|") })) }
    lines.append("")
    for sentence in sentences { lines.append("- \(sentence)") }
    return lines.joined(separator: "\n")
  }

  private var csv: String {
    var writer = DelimitedWriter()
    writer.write([
      "unit", "name", "year", "numerator", "denominator", "value", "lower", "upper", "smoothed",
      "position", "position_widened", "p", "q",
    ])
    for unit in comparison.units {
      let numbers = [
        unit.row.numerator, unit.row.denominator, unit.row.value, unit.row.lower, unit.row.upper,
        unit.smoothed.map { $0 * per },
      ]
      var cells = [unit.row.unit, name(unit.row.unit), "\(comparison.year)"]
      cells += numbers.map(Self.exact)
      cells += [unit.position?.rawValue ?? "", unit.widenedPosition?.rawValue ?? ""]
      cells += [unit.probability, unit.adjusted].map(Self.exact)
      writer.write(cells)
    }
    return String(decoding: writer.bytes.dropLast(), as: UTF8.self)
  }

  private static func exact(_ value: Double?) -> String { value.map { "\($0)" } ?? "" }

  /// What the tests allow to be said, the district's trend first.
  private var sentences: [String] {
    CompareSentences(comparison, language: language, name: name).all
  }
}
