import Diagnostics
import Tables
import VietnameseText

// How the file's characters were encoded.
extension FileContext {
  func undecodable(_ fault: DecodingFault) -> Finding {
    switch fault {
    case .binary(let kind):
      finding(
        "binary-file",
        vi:
          "tệp không phải văn bản\(kind.label.map { " (\($0.vietnamese))" } ?? ""); hãy lưu thành "
          + "CSV UTF-8 rồi gửi lại",
        en:
          "found a file that is no text\(kind.label.map { " (\($0.english))" } ?? ""), expected CSV "
          + "in UTF-8"
      )
    case .invalid(let encoding, _, let line):
      finding(
        "invalid-encoding",
        line: line,
        vi: "chữ không đúng bảng mã \(encoding.title), và đọc theo bảng mã cũ nào cũng không ra "
          + "tiếng Việt; hãy lưu thành CSV UTF-8 rồi gửi lại",
        en: "found bytes that are not \(encoding.title), nor Vietnamese in any older encoding, "
          + "expected CSV in UTF-8"
      )
    case .notAsDeclared(let encoding, _, let line):
      finding(
        "encoding-not-as-declared",
        line: line,
        vi: "chữ không đúng bảng mã đã khai là \(encoding.title); hãy khai lại hoặc lưu thành CSV "
          + "UTF-8 rồi gửi lại",
        en: "found bytes that are not \(encoding.title), expected the declared encoding"
      )
    case .undecided(let candidates):
      finding(
        "ambiguous-encoding",
        vi: "không rõ bảng mã: có thể là \(Self.list(candidates, " hoặc ")); tệp không được đọc, "
          + "hãy lưu thành CSV UTF-8 rồi gửi lại, hoặc khai bảng mã",
        en: "found text that may be \(Self.list(candidates, " or ")), expected one encoding; the "
          + "file is not read until it is saved as CSV in UTF-8 or its encoding is declared"
      )
    case .unavailable(let encoding):
      finding(
        "unavailable-encoding",
        vi: "máy này thiếu bảng mã \(encoding.rawValue) của iconv nên không đọc được tệp; hãy cài "
          + "đủ glibc, hoặc lưu tệp thành CSV UTF-8",
        en: "found no table of \(encoding.rawValue) in this system's iconv, expected a complete "
          + "glibc, or CSV in UTF-8"
      )
    }
  }

  /// What is worth knowing of the encoding of a file that is used.
  func encodingFindings(_ text: DecodedText) -> [Finding] {
    var findings = text.encoding.isUnicode ? [] : [legacyEncoding(text.encoding)]
    if let shown = text.contradicted {
      findings.append(contradictedEncoding(text.encoding, shown: shown))
    }
    return findings
  }

  /// What the file was read as, where it is not Unicode.
  private func legacyEncoding(_ encoding: TextEncoding) -> Finding {
    finding(
      "legacy-encoding",
      .note,
      vi: "tệp dùng bảng mã \(encoding.title), đã được chuyển sang Unicode; lần sau nên lưu thành "
        + "CSV UTF-8",
      en: "found text in \(encoding.title), which was converted, expected CSV in UTF-8"
    )
  }

  /// The declaration is followed, and may be a slip.
  private func contradictedEncoding(_ declared: TextEncoding, shown: TextEncoding) -> Finding {
    finding(
      "contradicted-encoding",
      .warning,
      vi: "bảng mã đã khai là \(declared.title), nhưng chữ trong tệp giống \(shown.title); tệp "
        + "được đọc theo bảng mã đã khai",
      en: "found text that looks like \(shown.title), expected the declared \(declared.title), by "
        + "which it is read"
    )
  }

  /// The first word that lost a letter; nobody can tell which it was.
  func lostLetters(_ lost: LostLetters, _ severity: Severity) -> Finding {
    finding(
      "lost-letters",
      severity,
      line: lost.line,
      vi: "\(lost.words) từ mất chữ có dấu (thành '?' hoặc bị bỏ trống) khi lưu tệp, không thể "
        + "đoán lại; hãy mở tệp gốc và lưu thành CSV UTF-8 rồi gửi lại",
      en: "found \(lost.words) words whose accented letters were lost when the file was saved, "
        + "expected CSV in UTF-8 saved from the original file"
    )
  }

  private static func list(_ encodings: [TextEncoding], _ separator: String) -> String {
    encodings.map(\.title).joined(separator: separator)
  }
}

extension ReadFile {
  /// Says how the characters of a file that is used were read.
  mutating func addEncoding(of text: DecodedText, _ lost: LostLetters?, _ context: FileContext) {
    guard row.status == .read else { return }
    findings += context.encodingFindings(text)
    if let lost { findings.append(context.lostLetters(lost, .warning)) }
  }
}

extension TextEncoding {
  /// The name that people know it by: `TCVN3 (ABC)`, or `UTF-8 + TCVN3 (ABC)` where it was misread.
  var title: String {
    switch self {
    case .unicode(let form): form.rawValue.uppercased()
    case .legacy(let encoding): encoding.title
    case .misread(let encoding, in: let form):
      "\(form.rawValue.uppercased()) + \(encoding.title)"
    }
  }
}

extension LegacyEncoding {
  fileprivate var title: String {
    switch self {
    case .tcvn3: "TCVN3 (ABC)"
    case .vni: "VNI"
    case .windows1258: "Windows-1258"
    case .windows1252: "Windows-1252"
    case .viscii: "VISCII"
    case .vps: "VPS"
    case .utf8: "UTF-8"
    }
  }
}
