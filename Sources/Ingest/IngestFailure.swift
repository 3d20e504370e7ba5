package import Diagnostics

/// Why there is nothing to evaluate.
package enum IngestFailure: Error, Sendable, Equatable {
  case noDataFolder(String)
  case unreadableDataFolder(String)
  /// The year is none of the plan's.
  case yearOutsidePlan(Int, first: Int, last: Int)
  /// No file could be used; the findings say what is wrong with those that are there.
  case noUsableFile(folder: String, findings: [Finding])
  /// Other years have files, the one that is evaluated has none.
  case noFileForYear(Int, folder: String, years: [Int])
  /// Reading on without it could pass synthetic data off as real.
  case malformedDataset(path: String, fault: String)

  package var exitStatus: ExitStatus {
    switch self {
    case .malformedDataset: .malformedInput
    case .yearOutsidePlan: .usage
    case .unreadableDataFolder: .inputOutput
    case .noDataFolder, .noUsableFile, .noFileForYear: .noInput
    }
  }

  package var message: LocalisedText {
    switch self {
    case .noDataFolder(let path):
      LocalisedText(
        vi: "không có thư mục số liệu '\(path)'; cần một thư mục có <năm>/<nơi gửi>/*.csv",
        en: "no data folder '\(path)'; expected a folder with <year>/<sender>/*.csv"
      )
    case .unreadableDataFolder(let path):
      LocalisedText(
        vi: "không đọc được thư mục số liệu '\(path)'",
        en: "cannot read the data folder '\(path)'"
      )
    case .yearOutsidePlan(let year, let first, let last):
      LocalisedText(
        vi: "thấy năm \(year), cần một năm của kế hoạch từ \(first) đến \(last)",
        en: "found the year \(year), expected a year of the plan from \(first) to \(last)"
      )
    case .noUsableFile(let folder, let findings):
      LocalisedText(
        vi: "không có tệp nào dùng được trong '\(folder)' (\(findings.count) điểm cần xem lại); "
          + "cần <năm>/<nơi gửi>/*.csv theo biểu mẫu của kế hoạch",
        en: "found no usable file in '\(folder)' (\(findings.count) findings), "
          + "expected <year>/<sender>/*.csv in the plan's forms"
      )
    case .noFileForYear(let year, let folder, let years):
      LocalisedText(
        vi: "không có tệp nào của năm \(year) trong '\(folder)'; có các năm: \(Self.list(years))",
        en: "found no file for the year \(year) in '\(folder)', which has: \(Self.list(years))"
      )
    case .malformedDataset(let path, let fault):
      LocalisedText(
        vi: "không đọc được '\(path)': \(fault); cần { unit, title, synthetic, notice }",
        en: "cannot read '\(path)': \(fault); expected { unit, title, synthetic, notice }"
      )
    }
  }

  private static func list(_ years: [Int]) -> String {
    years.map { String($0) }.joined(separator: ", ")
  }
}

extension IngestFailure: CustomStringConvertible {
  /// The English message.
  package var description: String { message.english }
}
