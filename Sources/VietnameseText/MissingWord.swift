/// What a cell says when it has no value: no such case is not the same as no report.
public enum MissingWord: String, Sendable, Hashable, CaseIterable {
  /// Nothing, not even a dash.
  case blank
  /// A dash, whose meaning is a matter of the form.
  case dash
  /// There was no such case; not named `none`, which an optional would take for nil.
  case noSuchCase = "none"
  /// Not reported, or no figure yet.
  case notReported = "not-reported"
  /// The question does not apply.
  case notApplicable = "not-applicable"

  private static let noneSpellings = Spellings([
    "không", "không có", "không phát sinh", "chưa phát sinh", "không xảy ra",
    "không có phát sinh", "không có trường hợp nào", "none",
  ])
  private static let notReportedSpellings = Spellings([
    "chưa báo cáo", "không báo cáo", "chưa có báo cáo", "chưa có số liệu", "không có số liệu",
    "chưa có", "chưa rõ", "chưa thống kê", "chưa tổng hợp", "not reported",
  ])
  private static let notApplicableSpellings = Spellings([
    "không áp dụng", "không thuộc đối tượng", "n/a", "not applicable",
  ])

  /// Reads a cell; nil where it says something else, which may be a value.
  ///
  /// - Parameters:
  ///   - text: Content of the cell.
  ///   - none: Further spellings of "no such case", which go before the built-in ones.
  ///   - notReported: Further spellings of "not reported", likewise.
  ///   - notApplicable: Further spellings of "not applicable", likewise.
  /// - Returns: The kind of absence.
  public static func parse(
    _ text: String,
    none: [NameKey] = [],
    notReported: [NameKey] = [],
    notApplicable: [NameKey] = []
  ) -> MissingWord? {
    let plain = plainText(text)
    if plain.isEmpty { return .blank }
    if plain.allSatisfy({ $0 == "-" || $0 == " " }) { return .dash }
    // The sign of the statistical yearbooks for "there are cases, but no figure".
    if plain == ["\u{2026}"] || (plain.count > 1 && plain.allSatisfy { $0 == "." }) {
      return .notReported
    }
    // `#N/A` is a formula that failed, not an answer.
    if isSpreadsheetError(plain) { return nil }
    // Most cells are figures; none of the built-in words begins with one.
    if plain[0].digit != nil, none.isEmpty, notReported.isEmpty, notApplicable.isEmpty {
      return nil
    }
    guard let cell = FoldedCell(text) else { return nil }
    if none.match(cell) { return .noSuchCase }
    if notReported.match(cell) { return .notReported }
    if notApplicable.match(cell) { return .notApplicable }
    if noneSpellings.contains(cell) { return .noSuchCase }
    if notReportedSpellings.contains(cell) { return .notReported }
    return notApplicableSpellings.contains(cell) ? .notApplicable : nil
  }
}
