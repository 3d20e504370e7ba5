internal import Glibc

/// Characters of an encoding that has one byte for each.
struct CodeTable: Sendable {
  /// By byte; nil where the encoding has no character.
  let scalars: [Unicode.Scalar?]
  /// The same in UTF-8; empty where the encoding has no character.
  let utf8: [[UInt8]]
  let bytes: [Unicode.Scalar: UInt8]

  init(_ scalars: [Unicode.Scalar?]) {
    self.scalars = scalars
    utf8 = scalars.map { $0.flatMap(UTF8.encode).map(Array.init) ?? [] }
    var bytes: [Unicode.Scalar: UInt8] = [:]
    for (byte, scalar) in zip(UInt8.min...UInt8.max, scalars) {
      // Where two bytes mean one character, the first is as good as the second.
      if let scalar, bytes[scalar] == nil { bytes[scalar] = byte }
    }
    self.bytes = bytes
  }

  /// The same table with other characters for some bytes.
  func replacing(_ other: (UInt8) -> Unicode.Scalar??) -> CodeTable {
    CodeTable(zip(UInt8.min...UInt8.max, scalars).map { other($0) ?? $1 })
  }

  /// ASCII, and Western characters as Windows has them; 5 bytes have none.
  static let windows1252 = CodeTable(iconv: "CP1252")
  /// Tones are combining characters.
  static let windows1258 = CodeTable(iconv: "CP1258")
  static let viscii = CodeTable(iconv: "VISCII")

  /// TCVN3 as Windows fonts have it.
  ///
  /// iconv's table is TCVN 5712-1 of 1993, which has capitals with a tone in the control codes too.
  /// ABC fonts leave these bytes as Windows has them: curly quotes and dashes at 0x80 to 0x9F.
  static let tcvn3: CodeTable? = {
    guard let standard = CodeTable(iconv: "TCVN5712-1"), let western = windows1252 else {
      return nil
    }
    return standard.replacing { $0 < 0xA0 ? .some(western.scalars[Int($0)]) : nil }
  }()

  /// VPS: bytes that differ from ISO 8859-1.
  ///
  /// Sources: the table `vps.ut` of Mozilla's converters (1998), compared with xvnkb's `vps.h` and
  /// with the chart `vps.gif` of the Vietnamese Unicode FAQ (vietunicode.sourceforge.net), which
  /// agree in every letter.
  static let vps: CodeTable = {
    let rows: [(first: UInt8, letters: String)] = [
      (0x02, "ẠẬẶẸỆ"),
      (0x10, "ỊỌỘỢỤỰ"),
      (0x19, "Ỵ"),
      (0x1C, "ẪỮ"),
      (0x80, "ÀẢÃẤẦẨọỗĂếềểệẮẰẲ"),
      (0x90, "Ế‘’ỀỂỄỐỒỔỖýỷỵỚỜỞ"),
      (0xA0, "\u{A0}ắằẳẵặỠớÙờởỡŨỨợỪ"),
      (0xB0, "ổỬỲỸÍÌộỈĨÓửữÒỎÕự"),
      (0xC0, "ầÁÂấẩẫậđẻÉÊẹỉễịỹ"),
      (0xD0, "ƯỦồốÔỏơÈừứÚũưÝẺß"),
      (0xE0, "àáâãảạăçèéêẽìíîĩ"),
      (0xF0, "ẴĐòóôõöƠụùúủüỶẼỳ"),
    ]
    var scalars: [Unicode.Scalar?] = (UInt8.min...UInt8.max).map { Unicode.Scalar($0) }
    for (first, letters) in rows {
      for (offset, letter) in letters.unicodeScalars.enumerated() {
        scalars[Int(first) + offset] = letter
      }
    }
    return CodeTable(scalars)
  }()
}

extension CodeTable {
  /// Asks iconv for the character of each byte; nil where the system lacks the encoding.
  fileprivate init?(iconv name: String) {
    let converter = unsafe iconv_open("UTF-8", name)
    // iconv_open returns (iconv_t)-1 for an encoding that it does not know.
    guard Int(bitPattern: converter) != -1 else { return nil }
    defer { unsafe iconv_close(converter) }
    self.init(
      (UInt8.min...UInt8.max).map { byte in
        var input = [CChar(bitPattern: byte)]
        var output = [CChar](repeating: 0, count: 16)
        var rest = output.count
        let failed = unsafe input.withUnsafeMutableBufferPointer { input in
          unsafe output.withUnsafeMutableBufferPointer { output in
            var from = input.baseAddress
            var to = output.baseAddress
            var length = 1
            // Converters of combining marks hold a letter back until they are flushed.
            return unsafe iconv(converter, &from, &length, &to, &rest) == .max
              || iconv(converter, nil, nil, &to, &rest) == .max
          }
        }
        if failed {
          unsafe iconv(converter, nil, nil, nil, nil)
          return nil
        }
        let utf8 = output.prefix(output.count - rest).map { UInt8(bitPattern: $0) }
        let text = String(decoding: utf8, as: UTF8.self).unicodeScalars
        return text.count == 1 ? text.first : nil
      }
    )
  }
}
