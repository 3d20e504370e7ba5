package import Diagnostics
package import Tables

/// Why facts that were handed up cannot be used.
package enum PackageFailure: Error, Sendable, Equatable {
  /// There is no package in the folder.
  case noPackage(String)
  /// The descriptor is no JSON, or not that of facts handed up.
  case notFacts(String)
  /// A later version of the program wrote it.
  case newerFormat(String, found: Int, expected: Int)
  /// A file is not as it was written: its digest differs, or what it holds cannot be.
  case changed(file: String, found: String, expected: LocalisedText)
  case table(TableError)
  case otherPlan(String, found: String, expected: String)
  /// The units evaluated by another state of a file of the plan.
  case otherPlanFile(String, file: String, found: String?, expected: String?)
  case otherYear(String, found: Int, expected: Int)
  /// The same unit in two packages, whether or not they agree.
  case twice(unit: String, first: String, second: String)
  /// A unit that does not have the plan, or none of the plan's units.
  case unknownUnit(String, unit: String, year: Int)
  case notBelow(String, unit: String, target: String)

  package var status: ExitStatus {
    if case .noPackage = self { return .noInput }
    if case .table(let error) = self, error.found.isEmpty { return .noInput }
    return .malformedInput
  }

  package var message: LocalisedText {
    switch self {
    case .noPackage(let path):
      LocalisedText(
        vi: "không có gói dữ kiện '\(path)'; cần một thư mục có \(FactsPackage.descriptor) do "
          + "'chitieu run' ghi vào <thư mục làm việc>/package",
        en: "no facts package '\(path)'; expected a folder with \(FactsPackage.descriptor), as "
          + "'chitieu run' leaves it in <workspace>/package"
      )
    case .notFacts(let path):
      LocalisedText(
        vi: "'\(path)' không phải mô tả của một gói dữ kiện",
        en: "'\(path)' does not describe a facts package"
      )
    case .newerFormat(let path, let found, let expected):
      LocalisedText(
        vi: "'\(path)': thấy dạng gói \(found), cần dạng \(expected); hãy cập nhật chương trình",
        en: "'\(path)': found format \(found), expected \(expected); update the program"
      )
    case .changed(let file, let found, let expected):
      LocalisedText(
        vi: "'\(file)' đã bị sửa sau khi ghi: thấy '\(found)', cần \(expected.vietnamese); hãy xin "
          + "lại gói từ nơi nộp",
        en: "'\(file)' was changed after it was written: found '\(found)', expected "
          + "\(expected.english); ask the unit for its package again"
      )
    case .table(let error): error.finding.message
    case .otherPlan(let path, let found, let expected):
      LocalisedText(
        vi: "'\(path)': thấy kế hoạch '\(found)', cần '\(expected)'",
        en: "'\(path)': found the plan '\(found)', expected '\(expected)'"
      )
    case .otherPlanFile(let path, let file, let found, let expected):
      LocalisedText(
        vi: "'\(path)': tệp '\(file)' của kế hoạch khác với kế hoạch ở đây (thấy "
          + "\(Self.digest(found, "không có")), cần \(Self.digest(expected, "không có"))); mọi đơn vị "
          + "phải dùng cùng một bản kế hoạch",
        en: "'\(path)': the plan's file '\(file)' is not the one here (found "
          + "\(Self.digest(found, "none")), expected \(Self.digest(expected, "none"))); all units have "
          + "to use one version of the plan"
      )
    case .otherYear(let path, let found, let expected):
      LocalisedText(
        vi: "'\(path)': thấy năm \(found), cần năm \(expected)",
        en: "'\(path)': found the year \(found), expected \(expected)"
      )
    case .twice(let unit, let first, let second):
      LocalisedText(
        vi: "đơn vị \(unit) có hai lần: trong '\(first)' và '\(second)'; hãy để lại một",
        en: "unit \(unit) comes twice: in '\(first)' and in '\(second)'; keep one of them"
      )
    case .unknownUnit(let path, let unit, let year):
      LocalisedText(
        vi: "'\(path)': đơn vị '\(unit)' không phải nơi thực hiện kế hoạch trong năm \(year); cần "
          + "một mã cùng cấp với đơn vị của kế hoạch trong tệp đơn vị hành chính",
        en:
          "'\(path)': the unit '\(unit)' is none that has the plan in \(year); expected a code of "
          + "the level of the plan's unit in the file of org units"
      )
    case .notBelow(let path, let unit, let target):
      LocalisedText(
        vi: "'\(path)': đơn vị \(unit) không thuộc \(target)",
        en: "'\(path)': unit \(unit) does not lie below \(target)"
      )
    }
  }

  private static func digest(_ text: String?, _ none: String) -> String {
    text.map { "\($0.prefix(12))…" } ?? none
  }
}
