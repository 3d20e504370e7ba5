import Diagnostics
import Plan
import Tables
import VietnameseText

extension FormRows {
  /// Finds the year and unit of each row, and that it has its key.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - times: Units of years in which they change, by their times.
  ///   - names: Units of a year by their spellings.
  ///   - jobs: The most threads that look up names.
  mutating func settle(
    _ plan: Plan,
    _ times: YearTimes = YearTimes(),
    _ names: YearlyNames,
    jobs: Int = 1
  ) {
    let known: [Int: UnitNames]
    (known, unitReadings) = readUnitTexts(names, jobs: jobs)
    let namesakes = namesakes(known)
    let contexts = times.eras.mapValues { moments.isEmpty ? [:] : fileContexts($0) }
    var quiet = QuietRows(self, jobs: jobs)
    for (file, rows) in raw.fileRanges {
      guard let units = known[sources.year(file)] else { continue }
      quiet.begin(file)
      for row in rows where !quiet.settle(row, &self) {
        let remarks = remarks.count
        settleYear(row)
        let isByTime = settleMoment(row, times, contexts)
        if !isByTime { settleUnit(row, plan, units, namesakes) }
        settleKey(row)
        if !isByTime, self.remarks.count == remarks, states[row] == .used { quiet.learn(row, self) }
      }
    }
  }

  mutating func finding(
    _ code: String,
    row: Int,
    field: Int?,
    found: String = "",
    proposal: String = "",
    expected: LocalisedText
  ) -> Finding {
    finding(
      code,
      .error,
      row: row,
      field: field,
      found: found,
      proposal: proposal,
      expected: expected,
      isSensitive: false
    )
  }

  /// The cells of a row but for its notes, where names may stand.
  func text(_ row: Int) -> String {
    zip(form.fields, raw.columns).filter { $0.0.role != .note }
      .map { $0.1.text(row) }.joined(separator: " | ")
  }

  /// A row belongs to the year of its folder; one that says otherwise is in the wrong file.
  private mutating func settleYear(_ row: Int) {
    guard let field = yearField, let year = source(row).year else { return }
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

  private mutating func settleKey(_ row: Int) {
    for field in form.primaryKey
    where states[row] == .used && field != unitField && field != yearField {
      guard cells[field].isMissing(row) else { continue }
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
