import DelimitedText
import Foundation
import Testing
import VietnameseText

/// A name and its bytes in an encoding, made by other programs.
struct NameVector: Sendable, CustomTestStringConvertible {
  var name: String
  var column: String
  var encoding: TextEncoding
  var bytes: [UInt8]

  var testDescription: String { "\(name) in \(column)" }
}

/// The table of names as bytes, by columns of encodings.
let nameVectors: [NameVector] = {
  let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Oracles/encodings/names.csv")
  guard let data = try? Data(contentsOf: file) else { return [] }
  let table = parse([UInt8](data), dialect: .comma).batch
  let columns: [(column: String, encoding: TextEncoding)] = [
    ("tcvn3_hex", .legacy(.tcvn3)), ("vni_hex", .legacy(.vni)), ("vps_hex", .legacy(.vps)),
    ("viscii_hex", .legacy(.viscii)), ("cp1258_hex", .legacy(.windows1258)),
    ("utf8_nfd_hex", .unicode(.utf8)),
    ("utf16le_hex", .unicode(.utf16LittleEndian)),
    ("tcvn3_as_cp1252", .misread(.tcvn3, in: .utf8)),
    ("vni_as_cp1252", .misread(.vni, in: .utf8)),
  ]
  return (1..<max(1, table.recordCount)).flatMap { record in
    columns.compactMap { column, encoding in
      guard
        let index = (0..<table.fieldCount(of: 0)).first(where: { table.text(0, $0) == column })
      else { return nil }
      let text = table.text(record, index)
      return NameVector(
        name: table.text(record, 0),
        column: column,
        encoding: encoding,
        bytes: column.hasSuffix("_hex") ? bytes(hex: text) : Array(text.utf8)
      )
    }
  }
}()

private func bytes(hex: String) -> [UInt8] {
  let digits = Array(hex)
  return stride(from: 0, to: digits.count - 1, by: 2).compactMap {
    UInt8(String(digits[$0...$0 + 1]), radix: 16)
  }
}

/// The 134 letters that ASCII lacks, both cases.
let vietnameseLetters: [Character] = {
  let small = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
  return Array(small) + small.uppercased()
}()

let legacyEncodings: [LegacyEncoding] = [.tcvn3, .vni, .windows1258, .viscii, .vps]

/// What a plan expects, as the tests' files have it.
let districtEvidence = EncodingEvidence {
  Array(Set(nameVectors.map(\.name))) + [
    "Tên xã", "Số buổi tuyên truyền", "Số người dự", "Ghi chú",
  ]
}

@Suite struct LegacyEncodingTests {
  @Test func `the table has all names in all encodings`() {
    #expect(nameVectors.count == 22 * 9)
    #expect(vietnameseLetters.count == 134)
  }

  @Test(arguments: nameVectors)
  func `a name decodes as declared`(_ vector: NameVector) throws {
    let declared = EncodingDeclaration(vector.encoding, isBinding: true)
    let text = try decode(vector.bytes, declared: declared)
    #expect(String(decoding: text.bytes, as: UTF8.self) == vector.name)
    // Form C, byte by byte, and not only equal as strings are.
    #expect(text.bytes == Array(vector.name.precomposedStringWithCanonicalMapping.utf8))
  }

  @Test(arguments: nameVectors.filter { $0.column != "utf8_nfd_hex" })
  func `a name encodes to the bytes of other programs`(_ vector: NameVector) {
    #expect(vector.encoding.encode(vector.name) == vector.bytes)
  }

  @Test(arguments: legacyEncodings)
  func `every letter comes back`(_ encoding: LegacyEncoding) throws {
    let encodings = [
      TextEncoding.legacy(encoding), .misread(encoding, in: .utf8),
      .misread(encoding, in: .utf16LittleEndianWithMark),
    ]
    for encoding in encodings {
      for letter in vietnameseLetters {
        let bytes = try #require(encoding.encode("x\(letter)x"), "\(letter) in \(encoding.name)")
        let text = try decode(
          bytes,
          declared: EncodingDeclaration(encoding, isBinding: true)
        )
        let back = String(decoding: text.bytes, as: UTF8.self)
        let isLost = encoding.name.hasSuffix("tcvn3") && !"ĂÂÊÔƠƯĐ".contains(letter)
        #expect(back == (isLost ? "x\(letter.lowercased())x" : "x\(letter)x"), "\(encoding.name)")
      }
    }
  }

  @Test func `letters of two encodings differ`() {
    // A slip in a table would give two letters one spelling.
    for encoding in legacyEncodings where encoding != .tcvn3 {
      let spellings = vietnameseLetters.map { TextEncoding.legacy(encoding).encode(String($0)) }
      #expect(Set(spellings).count == 134, "\(encoding)")
    }
  }
}
