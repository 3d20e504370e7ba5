import Testing
import VietnameseText

@Suite struct ScalarBlankTests {
  @Test func `blanks are those of Unicode`() {
    for value in UInt32(0)...0x1_0000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      #expect(scalar.isBlank == scalar.properties.isWhitespace, "\(value)")
    }
  }
}
