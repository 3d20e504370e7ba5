import Testing
import VietnameseText

/// An export as communes send it, in proper Unicode.
let districtExport = """
  ỦY BAN NHÂN DÂN HUYỆN CAO LÃNH;;;
  Báo cáo kết quả tuyên truyền năm 2024;;;
  Tên xã;Số buổi tuyên truyền;Số người dự;Ghi chú
  Thị trấn Mỹ Thọ;12;1.250;
  Xã Gáo Giồng;7;640;“phối hợp” với Hội LHPN – 02 ấp
  Xã Phương Thịnh;5;411;đường xấu, m³ đất; 25°C
  Xã Mỹ Xương;4;380;
  Tổng cộng;28;2.681;
  """

/// Encodings that a file can have without a mark, and misread ones.
let allEncodings: [TextEncoding] =
  [.tcvn3, .vni, .windows1258, .viscii, .vps].flatMap {
    [.legacy($0), .misread($0, in: .utf8), .misread($0, in: .utf16LittleEndianWithMark)]
  } + [.misread(.utf8, in: .utf8)] + UnicodeForm.allCases.map { .unicode($0) }

func decoded(
  _ bytes: [UInt8],
  _ evidence: EncodingEvidence = districtEvidence
) throws -> (text: String, encoding: String) {
  let text = try decode(bytes, evidence: evidence)
  return (String(decoding: text.bytes, as: UTF8.self), text.encoding.name)
}

@Suite struct EncodingDetectionTests {
  @Test(arguments: allEncodings)
  func `an export is read in every encoding`(_ encoding: TextEncoding) throws {
    var text = districtExport
    // What an encoding lacks cannot stand in a file of it.
    switch encoding {
    case .legacy(.viscii), .misread(.viscii, in: _), .legacy(.vps), .misread(.vps, in: _):
      text = text.filter { !"“”–³°".contains($0) }
    case .legacy(.tcvn3), .misread(.tcvn3, in: _):
      text = text.replacing("ỦY", with: "ủY").replacing("HUYỆN", with: "HUYệN")
        .replacing("LÃNH", with: "LãNH")
    default: break
    }
    let bytes = try #require(encoding.encode(text))
    let found = try decoded(bytes)
    #expect(found.encoding == encoding.name)
    #expect(found.text == text)
  }

  @Test(arguments: nameVectors)
  func `every name is read in a small export, or refused`(_ vector: NameVector) throws {
    let header = try #require(vector.encoding.encode("Tên xã;Số người dự\n"))
    let tail = try #require(vector.encoding.encode(";12\n"))
    let found = try decoded(header + vector.bytes + tail)
    #expect(found.text == "Tên xã;Số người dự\n\(vector.name);12\n")
    #expect(found.encoding == vector.encoding.name)
  }

  @Test func `what is no Vietnamese is left as it is`() throws {
    for text in [
      "café;5\nÉmile;6\n", "§ 5;25 °C\n12 m²;± 3\n", "5×3;µm\n¶;½\n", "naïve;Müller;señor\n",
      "£5;©;®;™;€\n", "Straße;Größe;Übung\n", "«Oui»;¿Qué?;São Paulo\n",
    ] {
      let found = try decoded(Array(text.utf8))
      #expect(found.text == text)
      #expect(found.encoding == "utf-8")
    }
  }

  @Test func `Unicode with few letters of Latin-1 stays Unicode`() throws {
    for text in [
      "Xã Ba Sao;12\n", "Xã;1\n", "bìa;khô;lá;tò\n", "đ;ơ;ư;ă\n", "đi đâu;có ăn\n",
      "Tên xã;Số người dự\nXã An Bình;2 m² × 3 §\n", "Xã\u{A0}Ba\u{A0}Sao;“à”\n",
    ] {
      let found = try decoded(Array(text.utf8))
      #expect(found.text == text)
      #expect(found.encoding == "utf-8")
    }
  }

  @Test func `a sign that stands alone keeps a misread file from being read again`() throws {
    let misread = try #require(
      TextEncoding.misread(.tcvn3, in: .utf8).encode(districtExport.filter { !"ỦỆÃ".contains($0) })
    )
    #expect(try decoded(misread).encoding == "utf-8+tcvn3")
    for sign in ["§", "×", "µ", "¶"] {
      #expect(throws: DecodingFault.undecided([.misread(.tcvn3, in: .utf8), .utf8])) {
        try decoded(misread + Array("\n\(sign);5".utf8))
      }
    }
    // These are the same in both readings.
    for text in ["25 °C", "12 m²", "3 m³"] {
      #expect(try decoded(misread + Array("\n\(text);5".utf8)).text.hasSuffix("\n\(text);5"))
    }
  }

  @Test func `Western text in a Western code page is refused`() throws {
    let bytes = Array("caf".utf8) + [0xE9] + Array(" ".utf8) + [0xA7] + Array("5 25".utf8) + [0xB0]
    #expect {
      try decoded(bytes + Array("C\n".utf8))
    } throws: { error in
      guard case .undecided(let candidates)? = error as? DecodingFault else { return false }
      return candidates.contains(.legacy(.windows1252)) && candidates.contains(.legacy(.tcvn3))
    }
  }

  @Test func `a tie is refused and names the candidates`() throws {
    // Ấ in VISCII, ạ in TCVN3 … : one syllable that is right in several, none of the plan's.
    for bytes in [[0x62, 0xB7], [0x6D, 0xE5], [0x74, 0xF3, 0x74]] as [[UInt8]] {
      #expect {
        try decoded(bytes + [0x0A])
      } throws: { error in
        guard case .undecided(let candidates)? = error as? DecodingFault else { return false }
        return candidates.count >= 2
      }
    }
  }

  @Test func `readings of the same text are no tie`() throws {
    // These letters have the same bytes in VISCII, VPS and Western text.
    let text = "Tên xã;Ghi chú\nXã Bình Hàng Tây;có\n"
    let bytes = try #require(TextEncoding.legacy(.viscii).encode(text.filter { $0 != "ú" }))
    #expect(try decoded(bytes).text == text.filter { $0 != "ú" })
  }

  @Test func `capitals in control codes are letters`() throws {
    let text = "TÊN XÃ;SỐ BUỔI\nXÃ MỸ HIỆP;12\nẪM ẴN THỢ MỰC ỤT;5\n"
    for encoding in [LegacyEncoding.viscii, .vps] {
      let bytes = try #require(TextEncoding.legacy(encoding).encode(text))
      #expect(bytes.contains { $0 < 0x20 && $0 != 0x0A })
      #expect(try decoded(bytes).text == text)
      #expect(try decoded(bytes).encoding == encoding.rawValue)
    }
    // No other letter is beyond ASCII, so that the file is valid UTF-8.
    let bytes = try #require(TextEncoding.legacy(.viscii).encode("MỸ THO;1\nXA MỸ HOI;2\nKỸ;3\n"))
    #expect(bytes.allSatisfy { $0 < 0x80 })
    let evidence = EncodingEvidence { ["Mỹ Tho", "Xa Mỹ Hoi", "Kỹ"] }
    #expect(try decoded(bytes, evidence).text == "MỸ THO;1\nXA MỸ HOI;2\nKỸ;3\n")
  }

  @Test func `a declaration holds where it binds, and where the content is open`() throws {
    let open: [UInt8] = [0x62, 0xB7, 0x0A]
    for isBinding in [true, false] {
      let declared = EncodingDeclaration(.legacy(.tcvn3), isBinding: isBinding)
      let text = try decode(open, evidence: districtEvidence, declared: declared)
      #expect(String(decoding: text.bytes, as: UTF8.self) == "bã\n")
      #expect(text.contradicted == nil)
    }
    let clear = Array("Xã Mỹ Hội;1\n".utf8)
    let slip = EncodingDeclaration(.legacy(.viscii), isBinding: false)
    #expect(try decode(clear, evidence: districtEvidence, declared: slip).encoding == .utf8)
    let forced = EncodingDeclaration(.legacy(.viscii), isBinding: true)
    let text = try decode(clear, evidence: districtEvidence, declared: forced)
    #expect(text.encoding == .legacy(.viscii))
    #expect(text.contradicted == .utf8)
  }

  @Test func `a declaration that does not decode is a fault`() {
    let declared = EncodingDeclaration(.utf8, isBinding: true)
    #expect(throws: DecodingFault.notAsDeclared(encoding: .utf8, byteOffset: 3, line: 2)) {
      try decode([0x61, 0x0A, 0x58, 0xB7, 0x0A], declared: declared)
    }
    let western = EncodingDeclaration(.legacy(.windows1258), isBinding: true)
    #expect(
      throws: DecodingFault.notAsDeclared(
        encoding: .legacy(.windows1258),
        byteOffset: 1,
        line: 1
      )
    ) {
      try decode([0x61, 0x81, 0x0A], declared: western)
    }
  }

  @Test func `names of encodings`() {
    for encoding in allEncodings { #expect(TextEncoding(name: encoding.name) == encoding) }
    #expect(TextEncoding(name: "TCVN3 (ABC)") == .legacy(.tcvn3))
    #expect(TextEncoding(name: "VNI-Windows") == .legacy(.vni))
    #expect(TextEncoding(name: "cp1258") == .legacy(.windows1258))
    #expect(TextEncoding(name: "UTF8") == .utf8)
    for name in ["", "abcd", "tcvn3+utf-8", "utf-8+", "utf-8+x", "+"] {
      #expect(TextEncoding(name: name) == nil, "\(name)")
    }
  }
}
