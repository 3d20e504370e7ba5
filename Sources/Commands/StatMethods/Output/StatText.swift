import CommandLineOptions
import Diagnostics
import Methods

/// Answers as a person reads them on a terminal.
struct StatText {
  let method: StatMethod
  let language: Language
  /// The file, as messages name it.
  let source: String

  func write(_ outcomes: [StatOutcome], to output: inout TextOutput) throws {
    try output.add(method.summary.text(in: language) + "\n")
    try output.add("\(DisplayWidth.harmless(source)): \(account(outcomes))\n")
    let isTable = method.rowKeys.isEmpty && outcomes.contains { $0.group != nil }
    if isTable, let table = groupTable(outcomes), table.width <= 120 {
      try output.add("\n\(table.text)\n")
      try output.add(reasons(groupGaps(outcomes)))
      return
    }
    for outcome in outcomes {
      try output.add("\n")
      if let group = outcome.group {
        try output.add("\(DisplayWidth.harmless(group)) (\(account([outcome])))\n")
      }
      try write(outcome.result, to: &output)
    }
  }

  /// How many rows were used and left out.
  private func account(_ outcomes: [StatOutcome]) -> String {
    let used = outcomes.reduce(0) { $0 + $1.used }
    let missing = outcomes.reduce(0) { $0 + $1.missing }
    let bad = outcomes.reduce(0) { $0 + $1.bad }
    var parts = [say(vi: "dùng \(used) hàng", en: "\(rows(used)) used")]
    if missing > 0 { parts.append(say(vi: "thiếu \(missing)", en: "\(missing) missing")) }
    if bad > 0 { parts.append(say(vi: "sai \(bad)", en: "\(bad) bad")) }
    return parts.joined(separator: ", ")
  }

  private func rows(_ count: Int) -> String { count == 1 ? "1 row" : "\(count) rows" }

  private func write(_ result: StatResult, to output: inout TextOutput) throws {
    if let gap = result.gap {
      let label = say(vi: "Không có kết quả", en: "No result")
      return try output.add("  \(label): \(gap.reason.text(in: language)) [\(gap.code)]\n")
    }
    if let rows = result.rows {
      try output.add("\(rowTable(rows).text)\n")
      var seen: Set<StatisticGap> = []
      var lines: [(String, StatisticGap)] = []
      for index in 0..<rows.count {
        for gap in rows.row(index).compactMap(\.gap) where seen.insert(gap).inserted {
          lines.append((gap.code, gap))
        }
      }
      try output.add(reasons(lines, showsCode: false))
    }
    guard !method.keys.isEmpty else { return }
    if result.rows != nil { try output.add("\n") }
    let lists = lists(result)
    if let table = lists.table { try output.add("\(table.text)\n\n") }
    // What was not asked for, or cannot be in such a table, is not worth a line.
    let single = method.keys.filter { key in
      result.value(key) != .missing(nil) && !lists.keys.contains { $0.name == key.name }
    }
    try output.add(entries(single.map { ($0, result.value($0)) }))
    try output.add(reasons(gaps(result, named: nil)))
  }

  private func gaps(_ result: StatResult, named group: String?) -> [(String, StatisticGap)] {
    if let gap = result.gap { return [(group ?? method.name, gap)] }
    var names: [StatisticGap: [String]] = [:]
    var order: [StatisticGap] = []
    for key in method.keys {
      guard let gap = result.value(key).gap else { continue }
      if names[gap] == nil { order.append(gap) }
      names[gap, default: []].append(key.name)
    }
    return order.map { gap in
      let keys = (names[gap] ?? []).joined(separator: ", ")
      return (group.map { "\($0), \(keys)" } ?? keys, gap)
    }
  }

  /// What is missing in groups, with the groups in which it is missing for one reason.
  private func groupGaps(_ outcomes: [StatOutcome]) -> [(String, StatisticGap)] {
    struct Case: Hashable {
      var keys: String
      var gap: StatisticGap
    }
    var groups: [Case: [String]] = [:]
    var order: [Case] = []
    for outcome in outcomes {
      for (keys, gap) in gaps(outcome.result, named: outcome.result.gap == nil ? nil : "") {
        let found = Case(keys: keys, gap: gap)
        if groups[found] == nil { order.append(found) }
        groups[found, default: []].append(outcome.group ?? "")
      }
    }
    return order.map { found in
      let names = groups[found] ?? []
      let shown = names.prefix(8).joined(separator: ", ") + (names.count > 8 ? ", …" : "")
      return (found.keys.isEmpty ? shown : "\(shown): \(found.keys)", found.gap)
    }
  }

  private func reasons(_ gaps: [(String, StatisticGap)], showsCode: Bool = true) -> String {
    guard !gaps.isEmpty else { return "" }
    let lines = gaps.map { name, gap in
      let code = showsCode ? " [\(gap.code)]" : ""
      return DisplayWidth.wrapped(
        DisplayWidth.harmless("\(name): \(gap.reason.text(in: language))\(code)"),
        first: "  ",
        rest: "    "
      )
    }
    return "\n\(lines.joined(separator: "\n"))\n"
  }

  private func say(vi: String, en: String) -> String { language == .vietnamese ? vi : en }
}

// Tables.
extension StatText {
  /// The most columns of a value that stands beside its meaning.
  private var longestCell: Int { 24 }

  /// Keys under each other, numbers aligned at their decimal marks, with what they mean.
  private func entries(_ values: [(key: ResultKey, value: StatValue)]) -> String {
    var lines: [(name: String, value: String, meaning: String)] = []
    for (key, value) in values {
      let meaning = key.meaning.text(in: language)
      let texts = texts(value)
      for (index, text) in texts.enumerated() {
        lines.append((index == 0 ? key.name : "", text, index == 0 ? meaning : ""))
      }
    }
    let mark: Character = language == .vietnamese ? "," : "."
    let before = lines.map { line in line.value.prefix { $0 != mark && $0 != "e" }.count }
    // Fractions have no decimal mark to be aligned at.
    let isNumber = lines.map { line in
      !line.value.contains("/") && (line.value.first.map { "-0123456789".contains($0) } ?? false)
    }
    let deepest = zip(before, isNumber).map { $1 ? $0 : 0 }.max() ?? 0
    let cells = lines.indices.map { index in
      isNumber[index]
        ? String(repeating: " ", count: deepest - before[index]) + lines[index].value
        : lines[index].value
    }
    let nameWidth = lines.map { DisplayWidth.of($0.name) }.max() ?? 0
    // One long fraction must not move all meanings out of sight: its own goes to the next line.
    let widths = cells.map { DisplayWidth.of($0) }
    let cellWidth = widths.filter { $0 <= longestCell }.max() ?? 0
    return lines.indices.map { index in
      let start =
        "  \(padded(lines[index].name, nameWidth))  \(padded(cells[index], cellWidth))"
      guard !lines[index].meaning.isEmpty else { return trimmed(start) + "\n" }
      let indent = String(repeating: " ", count: nameWidth + cellWidth + 6)
      if widths[index] > cellWidth { return "\(start)\n\(indent)\(lines[index].meaning)\n" }
      return DisplayWidth.wrapped(
        lines[index].meaning,
        width: max(80, indent.count + 44),
        first: start + "  ",
        rest: indent
      ) + "\n"
    }
    .joined()
  }

  private func texts(_ value: StatValue) -> [String] {
    switch value {
    case .number(let number):
      [number.isFinite ? FigureFormat.short(number, language) : "–"]
    case .integer(let number): ["\(number)"]
    case .text(let text): [text.isEmpty ? "–" : DisplayWidth.harmless(text)]
    case .truth(let truth): [truth ? say(vi: "có", en: "yes") : say(vi: "không", en: "no")]
    case .list(let numbers):
      [numbers.map { FigureFormat.short($0, language) }.joined(separator: " ")]
    case .texts(let words): [DisplayWidth.harmless(words.joined(separator: " "))]
    case .missing: ["–"]
    }
  }

  /// Lists that belong together, as one table.
  private func lists(_ result: StatResult) -> (table: TextTable?, keys: [ResultKey]) {
    var table = TextTable(language: language)
    var keys: [ResultKey] = []
    var count: Int?
    for key in method.keys {
      switch result.value(key) {
      case .list(let numbers) where count ?? numbers.count == numbers.count:
        count = numbers.count
        table.add(key.name, list: numbers)
      case .texts(let texts) where count ?? texts.count == texts.count:
        count = texts.count
        table.add(key.name, texts.map { .text($0) })
      default: continue
      }
      keys.append(key)
    }
    return (keys.isEmpty ? nil : table, keys)
  }

  private func rowTable(_ rows: ResultRows) -> TextTable {
    let cells = (0..<rows.count).map(rows.row)
    var table = TextTable(language: language)
    for (index, key) in method.rowKeys.enumerated() {
      let column = cells.map { $0[index] }
      // A column that the caller did not ask for has nothing in any row.
      if !column.isEmpty, column.allSatisfy({ $0 == .missing(nil) }) { continue }
      table.add(key.name, column)
    }
    let gaps = cells.map { row in row.lazy.compactMap(\.gap).first }
    if gaps.contains(where: { $0 != nil }) {
      table.add("gap", gaps.map { $0.map { .text($0.code) } ?? .text("") })
    }
    return table
  }

  /// One row for each group; nil where an answer is a list.
  private func groupTable(_ outcomes: [StatOutcome]) -> TextTable? {
    var table = TextTable(language: language)
    table.add(say(vi: "nhóm", en: "group"), outcomes.map { .text($0.group ?? "") })
    table.add("n", outcomes.map { .integer($0.used) })
    for key in method.keys where key.name != "n" {
      let column = outcomes.map { $0.result.value(key) }
      if column.contains(where: {
        switch $0 {
        case .list, .texts: true
        default: false
        }
      }) {
        return nil
      }
      table.add(key.name, column)
    }
    return table
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
  }

  private func trimmed(_ text: String) -> String {
    String(text.reversed().drop { $0 == " " }.reversed())
  }
}
