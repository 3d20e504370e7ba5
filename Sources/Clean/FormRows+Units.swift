import Diagnostics
import Plan
import Tables
import VietnameseText

/// Namesakes that a list of units names once without telling which, by file.
typealias Namesakes = [Int: [[String]: String]]

// The unit that each row is about.
extension FormRows {
  /// Settles names that several units share by the other rows of their file.
  ///
  /// In a list with one row for each unit, a name of two units means the one that no other row
  /// names, if just one is left and the name stands once.
  func namesakes(_ names: [Int: UnitNames]) -> Namesakes {
    guard form.kind == .summary, form.covers == .members, let field = unitField else {
      return [:]
    }
    var named: [Int: Set<String>] = [:]
    var open: [Int: [[String]: Int]] = [:]
    for row in 0..<raw.count {
      let text = raw.columns[field].text(row).trimmedBlanks
      guard !text.isEmpty, let names = names[year(row)] else { continue }
      switch names.read(text, sender: folderSender(row)) {
      case .unit(let code): named[raw.files[row], default: []].insert(code)
      case .ambiguous(let codes): open[raw.files[row], default: [:]][codes, default: 0] += 1
      default: break
      }
    }
    var result: Namesakes = [:]
    for (file, readings) in open {
      for (codes, count) in readings where count == 1 {
        let rest = codes.filter { named[file]?.contains($0) != true }
        if rest.count == 1 { result[file, default: [:]][codes] = rest[0] }
      }
    }
    return result
  }

  mutating func settleUnit(
    _ row: Int,
    _ plan: Plan,
    _ names: UnitNames,
    _ namesakes: Namesakes
  ) {
    let sender = folderSender(row)
    for index in unitFields {
      let read = unit(row, field: index, names, namesakes)
      if index == unitField { units[row] = read ?? "" }
      if index == unitField, read != nil {
        setUnitCell(row, index)
      } else {
        cells[index][row] = read.map { .text($0) } ?? .missing(.notReported)
      }
    }
    switch form.covers {
    case .sender:
      if units[row].isEmpty { units[row] = sender }
      if states[row] == .used, let field = unitField, units[row] != sender {
        notSender(row, field, names, sender)
      }
    case .plan:
      if units[row].isEmpty { units[row] = plan.unit }
    case .members:
      if let field = unitField {
        if units[row].isEmpty {
          missing(row, field)
        } else if !names.isMember(units[row], of: plan) {
          let foreign = ForeignUnit(name: names.name(units[row]), reason: .otherLevel)
          setAside(row, field, foreign.fault.code, expected: foreign.fault.expected)
        }
      }
      // Without a unit field a foreign key leads to the unit.
      if unitField == nil { units[row] = plan.unit }
    }
    if let field = unitField, states[row] == .used { setUnitCell(row, field) }
  }

  /// Puts the unit of a row into its cell; the rows of a unit share one code.
  private mutating func setUnitCell(_ row: Int, _ field: Int) {
    let unit = units.codes[row]
    let code = unitCells[unit] ?? cells[field].append(.text(units[row]))
    unitCells[unit] = code
    cells[field].set(row, code: code)
  }

  /// The unit that a cell names; nil where it names none, with the row set aside if it tries to.
  private mutating func unit(
    _ row: Int,
    field: Int,
    _ names: UnitNames,
    _ namesakes: Namesakes
  ) -> String? {
    let known = unitReadings[field, Int(raw.columns[field].codes[row])]
    if case .unit(let code)? = known { return code }
    guard case .text(let raw) = cells[field][row] else { return nil }
    let text = raw.trimmedBlanks
    if DittoMark.matches(text) {
      setAside(
        row,
        field,
        CellReading.dittoMark,
        proposal: textAbove(row, field: field),
        expected: LocalisedText(
          vi: "tên hoặc mã đơn vị, không phải dấu lặp lại ô trên",
          en: "a unit's name or code instead of a mark for the cell above"
        )
      )
      return nil
    }
    guard let reading = known else { return nil }
    switch reading {
    case .unit(let code): return code
    case .ambiguous(let codes):
      if let code = namesakes[self.raw.files[row]]?[codes] {
        noteNamesake(row, field, code, names)
        return code
      }
      setAside(
        row,
        field,
        "ambiguous-unit",
        expected: LocalisedText(
          vi: "tên đủ của một trong các đơn vị \(Self.list(codes, names))",
          en: "the whole name of one of the units \(Self.list(codes, names))"
        )
      )
    case .conflict(let code, let named):
      setAside(
        row,
        field,
        "unit-conflict",
        expected: LocalisedText(
          vi: "mã và tên của cùng một đơn vị; mã là của \(Self.list([code], names)), "
            + "tên là của \(Self.list(named, names))",
          en: "code and name of one unit; the code is that of \(Self.list([code], names)), "
            + "the name that of \(Self.list(named, names))"
        )
      )
    case .foreign(let unit):
      setAside(row, field, unit.fault.code, expected: unit.fault.expected)
    case .unknown(let nearest):
      let question = nearest.map { "'\($0)'" }.joined(separator: ", ")
      setAside(
        row,
        field,
        "unknown-unit",
        proposal: nearest.count == 1 ? nearest[0] : "",
        expected: LocalisedText(
          vi: "tên hoặc mã một đơn vị" + (nearest.isEmpty ? "" : "; có phải là \(question)?"),
          en: "a unit's name or code" + (nearest.isEmpty ? "" : "; is it \(question)?")
        )
      )
    }
    return nil
  }

  private static func list(_ codes: [String], _ names: UnitNames) -> String {
    codes.map { "'\(names.name($0))'" }.joined(separator: ", ")
  }

  /// Sets a row aside for its unit.
  private mutating func setAside(
    _ row: Int,
    _ field: Int,
    _ code: String,
    found: String? = nil,
    proposal: String = "",
    expected: LocalisedText
  ) {
    setAside(
      row,
      field: field,
      finding(
        code,
        row: row,
        field: field,
        found: found ?? raw.columns[field].text(row).trimmedBlanks,
        proposal: proposal,
        expected: LocalisedText(
          vi: expected.vietnamese + "; cả hàng không được dùng",
          en: expected.english + "; the row is not used"
        )
      ),
      text: text(row)
    )
  }

  private mutating func notSender(_ row: Int, _ field: Int, _ names: UnitNames, _ sender: String) {
    setAside(
      row,
      field,
      "unit-not-sender",
      found: names.name(units[row]),
      expected: LocalisedText(
        vi: "đơn vị gửi, '\(names.name(sender))'",
        en: "the sending unit, '\(names.name(sender))'"
      )
    )
  }

  private mutating func missing(_ row: Int, _ field: Int) {
    setAside(
      row,
      field,
      "missing-unit",
      found: "",
      expected: LocalisedText(vi: "tên hoặc mã đơn vị", en: "a unit's name or code")
    )
  }

  private mutating func noteNamesake(_ row: Int, _ field: Int, _ code: String, _ names: UnitNames) {
    let name = names.name(code)
    noteCell(
      "unit-by-file",
      .note,
      row: row,
      field: field,
      found: raw.columns[field].text(row).trimmedBlanks,
      proposal: name,
      expected: LocalisedText(
        vi: "tên đủ của đơn vị; đã hiểu là '\(name)' vì đơn vị trùng tên đã có hàng khác trong tệp",
        en:
          "the unit's whole name; '\(name)' is taken, as another row of the file names its namesake"
      )
    )
  }
}
