import Diagnostics
import Plan
import Tables

extension FormRows {
  /// Finds the year and unit of each row, and that it has its key.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - names: Units of a year by their spellings.
  mutating func settle(_ plan: Plan, names: (Int) -> UnitNames) {
    var known: [Int: UnitNames] = [:]
    for row in 0..<raw.count {
      let year = year(row)
      let units: UnitNames
      if let names = known[year] {
        units = names
      } else {
        units = names(year)
        known[year] = units
      }
      settleYear(row)
      settleUnit(row, plan, units)
      settleKey(row)
    }
  }

  private func finding(
    _ code: String,
    row: Int,
    field: Int?,
    found: String = "",
    expected: LocalisedText
  ) -> Finding {
    let source = source(row)
    return Finding(
      code,
      .error,
      at: location(row, field: field),
      sender: source.sender,
      field: field.map { form.fields[$0].name } ?? "",
      year: source.year,
      found: found,
      expected: expected
    )
  }

  /// The cells of a row but for its notes, where names may stand.
  private func text(_ row: Int) -> String {
    zip(form.fields, raw.columns).filter { $0.0.role != .note }
      .map { $0.1.text(row) }.joined(separator: " | ")
  }

  /// A row belongs to the year of its folder; one that says otherwise is in the wrong file.
  private mutating func settleYear(_ row: Int) {
    guard let field = form.yearField, let year = source(row).year else { return }
    let own: CellValue =
      form.fields[field].type == .string
      ? .text(String(year)) : .number(FixedDecimal(Int64(year)))
    switch cells[field][row] {
    case own: return
    case .missing(.notReported): cells[field][row] = own
    default:
      setAside(
        row,
        field: field,
        finding(
          "wrong-year",
          row: row,
          field: field,
          found: raw.columns[field].text(row).trimmedBlanks,
          expected: LocalisedText(
            vi: "năm của thư mục, \(year); cả hàng không được dùng",
            en: "the folder's year, \(year); the row is not used"
          )
        ),
        text: text(row)
      )
    }
  }

  private mutating func settleUnit(_ row: Int, _ plan: Plan, _ names: UnitNames) {
    let sender = source(row).sender
    for (index, field) in form.fields.enumerated() where field.role == .unit {
      let read = unit(row, field: index, sender: sender, names)
      cells[index][row] = read.map { .text($0) } ?? .missing(.notReported)
      if index == form.unitField { units[row] = read ?? "" }
    }
    switch form.covers {
    case .sender:
      if units[row].isEmpty { units[row] = sender }
      if states[row] == .used, let field = form.unitField, units[row] != sender {
        notSender(row, field, names, sender)
      }
    case .plan:
      if units[row].isEmpty { units[row] = plan.unit }
    case .members:
      if let field = form.unitField, units[row].isEmpty { missing(row, field) }
      // Without a unit field a foreign key leads to the unit.
      if form.unitField == nil { units[row] = plan.unit }
    }
    if let field = form.unitField, states[row] == .used { cells[field][row] = .text(units[row]) }
  }

  private mutating func notSender(_ row: Int, _ field: Int, _ names: UnitNames, _ sender: String) {
    setAside(
      row,
      field: field,
      finding(
        "unit-not-sender",
        row: row,
        field: field,
        found: names.name(units[row]),
        expected: LocalisedText(
          vi: "đơn vị gửi, '\(names.name(sender))'; cả hàng không được dùng",
          en: "the sending unit, '\(names.name(sender))'; the row is not used"
        )
      ),
      text: text(row)
    )
  }

  private mutating func missing(_ row: Int, _ field: Int) {
    setAside(
      row,
      field: field,
      finding(
        "missing-unit",
        row: row,
        field: field,
        expected: LocalisedText(
          vi: "tên hoặc mã đơn vị; cả hàng không được dùng",
          en: "a unit's name or code; the row is not used"
        )
      ),
      text: text(row)
    )
  }

  /// The unit that a cell names; nil where it names none, with the row set aside if it tries to.
  private mutating func unit(
    _ row: Int,
    field: Int,
    sender: String,
    _ names: UnitNames
  ) -> String? {
    guard case .text(let raw) = cells[field][row] else { return nil }
    let text = raw.trimmedBlanks
    guard text.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
    let name = SentName(text: text, sender: sender, year: year(row))
    let reading = unitReadings[name] ?? names.read(text, sender: sender)
    unitReadings[name] = reading
    switch reading {
    case .unit(let code): return code
    case .ambiguous(let codes):
      let list = codes.map { "'\(names.name($0))'" }.joined(separator: ", ")
      setAside(
        row,
        field: field,
        finding(
          "ambiguous-unit",
          row: row,
          field: field,
          found: text,
          expected: LocalisedText(
            vi: "tên đủ của một trong các đơn vị \(list); cả hàng không được dùng",
            en: "the whole name of one of the units \(list); the row is not used"
          )
        ),
        text: self.text(row)
      )
    case .unknown(let nearest):
      let question = nearest.map { "'\($0)'" }.joined(separator: ", ")
      setAside(
        row,
        field: field,
        finding(
          "unknown-unit",
          row: row,
          field: field,
          found: text,
          expected: LocalisedText(
            vi: "tên hoặc mã một đơn vị"
              + (nearest.isEmpty ? "" : "; có phải là \(question)?") + "; cả hàng không được dùng",
            en: "a unit's name or code"
              + (nearest.isEmpty ? "" : "; is it \(question)?") + "; the row is not used"
          )
        ),
        text: self.text(row)
      )
    }
    return nil
  }

  private mutating func settleKey(_ row: Int) {
    for field in form.primaryKey
    where states[row] == .used && field != form.unitField && field != form.yearField {
      guard cells[field][row].isMissing else { continue }
      let title = form.fields[field].title
      setAside(
        row,
        field: field,
        finding(
          "missing-key",
          row: row,
          field: field,
          found: raw.columns[field].text(row).trimmedBlanks,
          expected: LocalisedText(
            vi: "'\(title.vietnamese)'; cả hàng không được dùng",
            en: "'\(title.english)'; the row is not used"
          )
        ),
        text: text(row)
      )
    }
  }
}
