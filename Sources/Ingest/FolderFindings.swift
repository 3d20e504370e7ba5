import Diagnostics
import Plan

// What is wrong with the data folder and with files as a whole.
extension Finding {
  static func misplacedFile(_ path: String) -> Finding {
    Finding(
      "misplaced-file",
      .warning,
      at: Location(file: path),
      message: LocalisedText(
        vi: "tệp nằm ngoài thư mục của nơi gửi, cần <năm>/<nơi gửi>/; không được đọc",
        en: "found a file outside the senders' folders, expected <year>/<sender>/; it is not read"
      )
    )
  }

  static func unknownYear(_ path: String, found: String, years: PlanYears) -> Finding {
    Finding(
      "unknown-year",
      .warning,
      at: Location(file: path),
      found: found,
      expected: LocalisedText(
        vi: "thư mục của một năm từ \(years.base) đến \(years.last); tệp không được đọc",
        en: "a folder of a year from \(years.base) to \(years.last); the file is not read"
      )
    )
  }

  static func laterYear(_ folder: String, evaluated: Int) -> Finding {
    Finding(
      "later-year",
      .note,
      at: Location(file: folder),
      message: LocalisedText(
        vi: "thư mục của năm sau năm đánh giá \(evaluated), không được đọc",
        en: "found a folder of a year after the evaluated year \(evaluated); it is not read"
      )
    )
  }

  static func unknownSender(_ path: String, found: String, known: [String], year: Int) -> Finding {
    let list = known.joined(separator: ", ")
    return Finding(
      "unknown-sender",
      .error,
      at: Location(file: path),
      year: year,
      found: found,
      expected: LocalisedText(
        vi: "thư mục của một nơi gửi (\(list)); tệp không được đọc",
        en: "the folder of a sender (\(list)); the file is not read"
      )
    )
  }

  static func ambiguousSender(
    _ path: String,
    found: String,
    mayBe keys: [String],
    year: Int
  ) -> Finding {
    let list = keys.joined(separator: ", ")
    return Finding(
      "ambiguous-sender",
      .error,
      at: Location(file: path),
      year: year,
      found: found,
      expected: LocalisedText(
        vi: "mã của một nơi gửi (\(list)); tệp không được đọc",
        en: "the code of one sender (\(list)); the file is not read"
      )
    )
  }

  static func unknownExtension(_ path: String, sender: String, year: Int) -> Finding {
    Finding(
      "unknown-extension",
      .error,
      at: Location(file: path),
      sender: sender,
      year: year,
      message: LocalisedText(
        vi: "tệp không phải .csv, .tsv, .txt, .zip hay .gz; hãy lưu thành CSV UTF-8 rồi gửi lại",
        en: "found another kind of file, expected .csv, .tsv, .txt, .zip or .gz; "
          + "save it as CSV UTF-8"
      )
    )
  }

  static func afterAsOf(_ file: SentFile, received: CalendarDate, asOf: CalendarDate) -> Finding {
    Finding(
      "after-as-of",
      .note,
      at: Location(file: file.path),
      sender: file.sender,
      year: file.year,
      message: LocalisedText(
        vi: "nhận ngày \(received), sau ngày chốt số liệu \(asOf); không dùng",
        en: "received on \(received), after the day of the evaluation, \(asOf); not used"
      )
    )
  }

  static func unreadableFolder(_ path: String, sender: String = "", year: Int? = nil) -> Finding {
    Finding(
      "unreadable-folder",
      .error,
      at: Location(file: path),
      sender: sender,
      year: year,
      message: LocalisedText(vi: "không đọc được thư mục", en: "found a folder that cannot be read")
    )
  }

  static func folderForFile(_ path: String, sender: String, year: Int?) -> Finding {
    Finding(
      "folder-for-file",
      .error,
      at: Location(file: path),
      sender: sender,
      year: year,
      message: LocalisedText(
        vi: "thư mục trống mang tên tệp, cần chính tệp ấy; hãy gửi lại",
        en: "found an empty folder with the name of a file, expected the file itself"
      )
    )
  }

  static func unreadableFile(_ path: String, sender: String, year: Int?) -> Finding {
    Finding(
      "unreadable-file",
      .error,
      at: Location(file: path),
      sender: sender,
      year: year,
      message: LocalisedText(vi: "không đọc được tệp", en: "found a file that cannot be read")
    )
  }

  static func malformedReceipt(at location: Location, found: String) -> Finding {
    Finding(
      "malformed-receipt",
      .warning,
      at: location,
      found: found,
      expected: LocalisedText(
        vi: "ngày nhận như 10/12/2024 hay 2024-12-10; lấy ngày của tệp",
        en: "a date such as 2024-12-10 or 10/12/2024; the file's own date is taken"
      )
    )
  }

  static func receiptOutOfRange(
    at location: Location,
    found: String,
    years: PlanYears
  ) -> Finding {
    Finding(
      "receipt-out-of-range",
      .warning,
      at: location,
      found: found,
      expected: LocalisedText(
        vi: "ngày nhận từ năm \(years.base - 2) đến \(years.last + 2); lấy ngày của tệp",
        en: "a date from \(years.base - 2) to \(years.last + 2); the file's own date is taken"
      )
    )
  }

  static func receiptWithoutFile(at location: Location, found: String) -> Finding {
    Finding(
      "receipt-without-file",
      .warning,
      at: location,
      found: found,
      expected: LocalisedText(
        vi: "đường dẫn một tệp có trong thư mục số liệu",
        en: "the path of a file of the data folder"
      )
    )
  }
}
