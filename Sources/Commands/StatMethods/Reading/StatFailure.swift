import CommandRunner
import Diagnostics
import VietnameseText

/// Why a table cannot be read at all.
enum StatFailure: CommandFailure, Equatable {
  case noFile(String)
  case unreadable(String)
  case emptyInput(String)
  case noHeader(String)
  case undecodable(String, DecodingFault)

  var status: ExitStatus {
    switch self {
    case .noFile, .unreadable: .noInput
    case .emptyInput, .noHeader, .undecodable: .malformedInput
    }
  }

  var message: LocalisedText {
    switch self {
    case .noFile(let path):
      LocalisedText(vi: "không có tệp '\(path)'", en: "no file '\(path)'")
    case .unreadable(let path):
      LocalisedText(
        vi: "không đọc được '\(path)'; cần một tệp CSV",
        en: "cannot read '\(path)'; expected a CSV file"
      )
    case .emptyInput(let path):
      LocalisedText(
        vi: "'\(path)' trống, cần một hàng tiêu đề và các hàng số liệu",
        en: "'\(path)' is empty, expected a header and rows of data"
      )
    case .noHeader(let path):
      LocalisedText(
        vi: "hàng đầu của '\(path)' chỉ có số, cần tên các cột",
        en: "found only numbers in the first row of '\(path)', expected names of columns"
      )
    case .undecodable(let path, let fault): Self.message(path, fault)
    }
  }

  private static func message(_ path: String, _ fault: DecodingFault) -> LocalisedText {
    switch fault {
    case .binary(let kind):
      LocalisedText(
        vi:
          "'\(path)' không phải văn bản\(kind.label.map { " (\($0.vietnamese))" } ?? ""), cần tệp CSV",
        en:
          "'\(path)' is no text\(kind.label.map { " (\($0.english))" } ?? ""), expected a CSV file"
      )
    case .undecided(let encodings):
      LocalisedText(
        vi: "không chắc '\(path)' có bảng mã nào trong: "
          + "\(encodings.map(\.name).joined(separator: ", ")); hãy thêm --encoding",
        en: "'\(path)' may be in any of: \(encodings.map(\.name).joined(separator: ", ")); "
          + "add --encoding"
      )
    case .invalid(let encoding, let offset, let line),
      .notAsDeclared(let encoding, let offset, let line):
      LocalisedText(
        vi: "'\(path)', dòng \(line), byte \(offset): không phải \(encoding.name); "
          + "hãy thêm --encoding",
        en: "'\(path)', line \(line), byte \(offset): not \(encoding.name); add --encoding"
      )
    case .unavailable(let encoding):
      LocalisedText(
        vi: "máy này không đọc được bảng mã \(encoding.rawValue)",
        en: "this machine cannot read the encoding \(encoding.rawValue)"
      )
    }
  }
}
