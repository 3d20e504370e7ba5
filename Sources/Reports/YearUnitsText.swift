internal import Diagnostics
internal import Plan
internal import Tables

/// What a report says of a year that came on old and new units.
extension ReportContext {
  /// Units that began within the year and reported, or had to.
  static func laterReporters(_ plan: Plan, _ tables: DisclosedTables) -> [YearUnits.Unit] {
    let year = tables.settings.year
    let units = YearUnits(plan, year)
    guard units.hasChanges else { return [] }
    let keys = Set(tables.facts.lazy.filter { $0.year == year }.map(\.unit))
    return units.later.filter { keys.contains($0.key) }
  }

  /// How the year came, which figures are bounded for it, and where those by new units stand; nil
  /// where it came on one set of units.
  var yearUnitsRemark: String? {
    guard let first = laterReporters.first else { return nil }
    let day = first.days.lowerBound
    let names = laterReporters.compactMap { unit -> String? in
      let share = plan.covered(unit.unit)
      guard !share.isWhole else { return nil }
      let percent = numbers.short(share.value * 100)
      return isVietnamese
        ? "\(unit.unit.name) (\(percent) % diện tích)"
        : "\(unit.unit.name) (\(percent)% of its land)"
    }
    let whole = wholeYearUnits.map(reporterName)
    var text = say(
      vi:
        "**Năm \(year) có báo cáo của cả đơn vị cũ và đơn vị mới.** Đơn vị cũ báo cáo cho thời gian "
        + "trước, đơn vị mới cho thời gian từ ngày \(numbers.date(day)). Số phát sinh của hai phần được "
        + "cộng lại, số có cuối năm lấy theo phần sau, trả lời có hay không theo quy tắc của từng "
        + "trường. Số của đơn vị mới không tách được cho từng đơn vị cũ nên không cộng vào, và kết quả "
        + "kèm mức thấp nhất, cao nhất; số của cả kế hoạch thì đủ.",
      en:
        "**\(year) came on old and on new units.** Old units report the time before "
        + "\(numbers.date(day)), new ones the time from then on. What happened in the two parts is "
        + "added, what is there at the end is told by the later part, answers of yes or no combine by "
        + "each field's rule. A new unit's figures cannot be told apart for each old one: they are not "
        + "added there, and results carry the least and the most; the plan's own figures are whole."
    )
    if !whole.isEmpty {
      text +=
        say(
          vi: " Có biểu mà đơn vị mới báo cáo cả năm, đơn vị cũ không gửi: ",
          en: " New units that told the whole year in some form, their old ones nothing: "
        ) + whole.joined(separator: ", ") + "."
    }
    if !names.isEmpty {
      text += say(
        vi:
          " Báo cáo của đơn vị mới có cả đất ngoài kế hoạch: \(names.joined(separator: ", ")); không "
          + "so sánh được, và số của cả kế hoạch kèm mức không tính số riêng của các đơn vị ấy.",
        en: " New units whose reports include land that is not the plan's: "
          + "\(names.joined(separator: ", ")); they cannot be compared, and the plan's figures carry "
          + "bounds without these units' own."
      )
    }
    guard !isOfOthersReports else { return text }
    return text
      + say(
        vi: " Số liệu theo đơn vị có từ ngày \(numbers.date(day)): thư mục "
          + "`\(year)-boundaries-\(day)`.",
        en: " Figures by the units of \(numbers.date(day)): folder `\(year)-boundaries-\(day)`."
      )
  }

  /// Units that began within the year and told all of it in some form, by key.
  private var wholeYearUnits: [String] {
    let codes = Set(
      tables.findings.map(\.finding)
        .filter { $0.code == "whole-year-of-later-unit" && $0.year == year }
        .map(\.sender)
    )
    return laterReporters.map(\.key).filter(codes.contains)
  }
}
