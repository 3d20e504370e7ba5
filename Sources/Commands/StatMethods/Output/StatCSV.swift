import DelimitedText
import Methods

/// Answers as CSV: one row for each group, or the rows of the answer with what it has once.
struct StatCSV {
  let method: StatMethod
  let hasGroups: Bool

  func write(_ outcomes: [StatOutcome], to output: inout TextOutput) throws {
    let isRows = !method.rowKeys.isEmpty
    var header = hasGroups ? ["group"] : []
    if isRows { header += method.rowKeys.map(\.name) } else { header += ["n", "missing", "bad"] }
    header += method.keys.map(\.name) + ["gap"]
    try add(header, to: &output)
    for outcome in outcomes {
      let group = outcome.group.map { [$0] } ?? []
      let values = method.keys.map(outcome.result.value)
      guard isRows else {
        let counts = outcome.counts.map { "\($0.value)" }
        let gap = outcome.result.gap ?? Self.gap(values)
        try add(group + counts + values.map(Self.text) + [gap?.code ?? ""], to: &output)
        continue
      }
      let once = values.map(Self.text)
      guard let rows = outcome.result.rows, rows.count > 0 else {
        // A group without an answer is shown all the same.
        let blanks = method.rowKeys.map { _ in "" }
        let gap = outcome.result.gap ?? Self.gap(values)
        if let gap { try add(group + blanks + once + [gap.code], to: &output) }
        continue
      }
      for index in 0..<rows.count {
        let cells = rows.row(index)
        let gap = Self.gap(cells) ?? Self.gap(values)
        try add(group + cells.map(Self.text) + once + [gap?.code ?? ""], to: &output)
      }
    }
  }

  private func add(_ fields: [String], to output: inout TextOutput) throws {
    var writer = DelimitedWriter()
    writer.write(fields)
    try output.add(String(decoding: writer.bytes, as: UTF8.self))
  }

  private static func gap(_ values: [StatValue]) -> StatisticGap? {
    values.lazy.compactMap(\.gap).first
  }

  private static func text(_ value: StatValue) -> String {
    switch value {
    case .number(let number): number.isFinite ? FigureFormat.exact(number) : ""
    case .integer(let number): "\(number)"
    case .text(let text): text
    case .truth(let truth): "\(truth)"
    case .list(let numbers): numbers.map { text(.number($0)) }.joined(separator: " ")
    case .texts(let texts): texts.joined(separator: " ")
    case .missing: ""
    }
  }
}
