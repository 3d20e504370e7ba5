import Testing

@testable import Clean

@Suite struct CodeAndNameTests {
  @Test(arguments: [
    ("12345 - Xã A", "12345", "Xã A"), ("Xã A (12345)", "12345", "Xã A"),
    ("[12345] Đông", "12345", "Đông"), ("Xã Mỹ, 12345", "12345", "Xã Mỹ"),
    ("Xã Tây – [12345])", "12345", "Xã Tây"), ("  123: Ấp B  ", "123", "Ấp B"),
  ])
  func `code and name are told apart`(_ text: String, _ code: String, _ name: String) {
    let pair = CodeAndName(text)
    #expect(pair?.code == code)
    #expect(pair?.name == name)
  }

  @Test(arguments: [
    "", "12345", "Xã A", "12 - Xã A", "12345Xã A", "Xã A12345", "12345 - Xã 2", "2 Xã (12345)",
    "12345 - ", "(12345", "Xã A (12)",
  ])
  func `no code and name`(_ text: String) { #expect(CodeAndName(text) == nil) }
}
