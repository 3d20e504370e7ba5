internal import Boundaries
internal import Diagnostics
internal import Plan
internal import Tables

/// What a report made at other boundaries says of them.
extension ReportContext {
  /// At which boundaries units are evaluated, and which of them cannot be compared; nil where they
  /// are those of each year.
  var boundariesRemark: String? {
    guard let day = tables.settings.boundaries else { return nil }
    let boundaries = Boundaries(on: day, of: plan)
    let past = CalendarDate(year: plan.years.base, month: 1, day: 1) ?? day
    let apart = plan.members(in: year, boundaries: day).compactMap { unit -> String? in
      guard let covered = boundaries.covered(unit, since: past), !covered.isWhole else {
        return nil
      }
      return numbers.share(unit.name, ofLand: covered.value)
    }
    let text = say(
      vi:
        "**Địa giới ngày \(numbers.date(day)).** Số liệu của từng đơn vị được chuyển từ đơn vị đã "
        + "báo cáo sang đơn vị có vào ngày đó: đơn vị nhập toàn bộ thì cộng cả tử số và mẫu số; phần "
        + "của đơn vị bị chia không tách được thì không cộng, và kết quả kèm mức thấp nhất, cao nhất. "
        + "Danh sách trả lại và các bảng về số liệu đã gửi nằm trong báo cáo của năm.",
      en:
        "**Boundaries of \(numbers.date(day)).** Figures are carried from the units that reported "
        + "to those of that day: whole units are added, numerators and denominators each; the part of "
        + "a divided unit that cannot be told is not added, and results carry the least and the most. "
        + "Correction lists and tables of what was sent stand with the report of the year."
    )
    guard !apart.isEmpty else { return text }
    let names = apart.joined(separator: ", ")
    return text
      + say(
        vi:
          " Không so sánh được với số liệu của đơn vị mới, vì chỉ một phần đất thuộc các đơn vị trên: \(names).",
        en:
          " Not comparable with the new units' own figures, as only part of their land lay in the units above: \(names)."
      )
  }
}
