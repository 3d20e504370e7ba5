import Testing
import VietnameseText

struct DecodingCase: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var bytes: [UInt8]
  var text: String
  var encoding: TextEncoding

  init(_ name: String, _ bytes: [UInt8], _ text: String, _ encoding: TextEncoding) {
    (testDescription, self.bytes, self.text, self.encoding) = (name, bytes, text, encoding)
  }
}

private func utf16(_ text: String, bigEndian: Bool = false) -> [UInt8] {
  text.utf16.flatMap { unit in
    let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    return bigEndian ? bytes.reversed() : bytes
  }
}

private let sample = "Xã Phương Thịnh;12,5\r\nThị trấn Mỹ Thọ;-\r\n"

let decodingCases = [
  DecodingCase("no bytes", [], "", .utf8),
  DecodingCase("ASCII", Array("a,b\n".utf8), "a,b\n", .utf8),
  DecodingCase("UTF-8", Array(sample.utf8), sample, .utf8),
  DecodingCase(
    "UTF-8 with mark",
    [0xEF, 0xBB, 0xBF] + Array(sample.utf8),
    sample,
    .unicode(.utf8WithMark)
  ),
  DecodingCase("mark alone", [0xEF, 0xBB, 0xBF], "", .unicode(.utf8WithMark)),
  DecodingCase(
    "UTF-16 LE with mark",
    [0xFF, 0xFE] + utf16(sample),
    sample,
    .unicode(.utf16LittleEndianWithMark)
  ),
  DecodingCase(
    "UTF-16 BE with mark",
    [0xFE, 0xFF] + utf16(sample, bigEndian: true),
    sample,
    .unicode(.utf16BigEndianWithMark)
  ),
  DecodingCase("UTF-16 LE", utf16(sample), sample, .unicode(.utf16LittleEndian)),
  DecodingCase("UTF-16 BE", utf16(sample, bigEndian: true), sample, .unicode(.utf16BigEndian)),
  DecodingCase(
    "UTF-16 with a pair",
    [0xFF, 0xFE] + utf16("a😀"),
    "a😀",
    .unicode(.utf16LittleEndianWithMark)
  ),
  DecodingCase(
    "combining marks, dot below before circumflex",
    Array("Ho\u{323}\u{302}i M\u{79}\u{303}".utf8),
    "Hội Mỹ",
    .utf8
  ),
  DecodingCase("mixed form of cp1258", Array("Th\u{1A1}\u{323}".utf8), "Thợ", .utf8),
  DecodingCase(
    "a NUL among text",
    Array((sample + "\0" + sample).utf8),
    sample + "\0" + sample,
    .utf8
  ),
  DecodingCase("PK without an archive", Array("PK,1\n".utf8), "PK,1\n", .utf8),
]

@Suite struct DecodingTests {
  @Test(arguments: decodingCases)
  func `text and encoding`(_ example: DecodingCase) throws {
    let decoded = try decode(example.bytes)
    #expect(Array(decoded.bytes) == Array(example.text.utf8))
    #expect(decoded.encoding == example.encoding)
  }

  @Test(arguments: [
    (
      [0x61, 0x0A, 0xC3, 0xA3, 0xC3, 0xA3, 0xE1, 0x62],
      DecodingFault.invalid(encoding: .utf8, byteOffset: 6, line: 2)
    ),
    (
      [0xE1, 0xBB, 0x99, 0xC3, 0xA3, 0x0D, 0x0A, 0x0D, 0xFF],
      .invalid(encoding: .utf8, byteOffset: 8, line: 3)
    ),
    (
      [0xEF, 0xBB, 0xBF, 0x61, 0xC3],
      .invalid(encoding: .unicode(.utf8WithMark), byteOffset: 4, line: 1)
    ),
    ([0xC4, 0x91, 0xC4, 0x91, 0xC0], .invalid(encoding: .utf8, byteOffset: 4, line: 1)),
    (
      [0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00, 0x00, 0xD8, 0x61, 0x00],
      .invalid(encoding: .unicode(.utf16LittleEndianWithMark), byteOffset: 6, line: 2)
    ),
    (
      [0xFE, 0xFF, 0xDC, 0x00],
      .invalid(encoding: .unicode(.utf16BigEndianWithMark), byteOffset: 2, line: 1)
    ),
    (
      [0xFF, 0xFE, 0x61, 0x00, 0x62],
      .invalid(encoding: .unicode(.utf16LittleEndianWithMark), byteOffset: 4, line: 1)
    ),
    (Array("PK\u{3}\u{4}xxxx".utf8), .binary(.archive)),
    (Array("PK\u{3}\u{4}xxxx[Content_Types].xml".utf8), .binary(.workbook)),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], .binary(.oldOffice)),
    (Array("%PDF-1.7\n".utf8), .binary(.pdf)),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D], .binary(.picture)),
    ([0x1F, 0x8B, 0x08], .binary(.compressed)),
    ([0xFF, 0xFE, 0x00, 0x00, 0x61, 0, 0, 0], .binary(.utf32)),
    ([UInt8](repeating: 0, count: 50), .binary(.unknown)),
    ([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0xFF, 0xC0], .binary(.unknown)),
  ])
  func `faults`(_ bytes: [UInt8], _ fault: DecodingFault) {
    #expect(throws: fault) { try decode(bytes) }
  }

  @Test func `words`() {
    #expect(
      DecodingFault.binary(.workbook).description
        == "error: found binary content (XLSX or ODS workbook), expected delimited text [binary-file]"
    )
  }
}
