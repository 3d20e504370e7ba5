import Archives
import Diagnostics

// What is wrong with archives and with files too large to read.
extension Finding {
  private static func about(
    _ file: SentFile,
    _ code: String,
    _ severity: Severity = .error,
    vi: String,
    en: String
  ) -> Finding {
    Finding(
      code,
      severity,
      at: Location(file: file.path),
      sender: file.sender,
      year: file.year,
      message: LocalisedText(vi: vi, en: en)
    )
  }

  static func archive(_ fault: ArchiveFault, _ file: SentFile) -> Finding {
    switch fault {
    case .damaged:
      about(
        file,
        "damaged-archive",
        vi: "tệp nén bị hỏng hoặc gửi chưa hết, phần sau không đọc được; hãy nén và gửi lại",
        en: "found an archive that is damaged or cut off, expected a whole one; send it again"
      )
    case .encrypted:
      about(
        file,
        "encrypted-archive",
        vi: "tệp trong tệp nén có mật khẩu, không mở được; hãy gửi lại không đặt mật khẩu",
        en: "found a file under a password, expected one without; send it again"
      )
    case .tooLarge:
      about(
        file,
        "oversized-archive",
        vi: "tệp nén bung ra quá lớn so với một báo cáo, không được đọc tiếp; hãy gửi từng tệp CSV",
        en: "found an archive that unpacks to far more than a report, expected the CSV files; "
          + "it is not read further"
      )
    }
  }

  static func emptyArchive(_ file: SentFile) -> Finding {
    about(
      file,
      "empty-archive",
      vi: "tệp nén không có tệp nào bên trong, cần tệp CSV",
      en: "found an archive without files, expected CSV files in it"
    )
  }

  static func nestedArchive(_ file: SentFile) -> Finding {
    about(
      file,
      "nested-archive",
      vi: "tệp nén nằm trong tệp nén, không được mở; hãy gửi riêng",
      en: "found an archive in an archive, which is not opened; send it by itself"
    )
  }

  static func unpackedArchive(_ file: SentFile, files: Int, idle: Int) -> Finding {
    about(
      file,
      "unpacked-archive",
      .note,
      vi: "đã mở tệp nén: \(files) tệp bên trong"
        + (idle > 0 ? ", bỏ qua \(idle) tệp của hệ điều hành" : ""),
      en: "found an archive with \(files) files"
        + (idle > 0 ? ", and \(idle) of the operating system that are left out" : "")
    )
  }

  static func fileTooLarge(_ file: SentFile) -> Finding {
    about(
      file,
      "oversized-file",
      vi: "tệp lớn hơn \(FileContents.largest >> 20) MB, không được đọc; hãy chia thành nhiều tệp",
      en: "found a file beyond \(FileContents.largest >> 20) MB, expected a smaller one; "
        + "it is not read"
    )
  }
}
