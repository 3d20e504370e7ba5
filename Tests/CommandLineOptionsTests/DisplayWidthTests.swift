import CommandLineOptions
import Foundation
import Testing

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("xã", 2), ("Thị trấn Mỹ Thọ", 15), ("１２", 4), ("a\u{200B}b", 2), ("日本", 4),
  ])
  func `letters take columns and marks none`(_ text: String, _ width: Int) {
    #expect(DisplayWidth.of(text) == width)
    #expect(DisplayWidth.of(text.decomposedStringWithCanonicalMapping) == width)
  }

  @Test func `lines are not longer than the terminal is wide`() {
    let text = "Số lượt người dự truyền thông " + String(repeating: "x", count: 100)
    for width in [20, 40, 80] {
      let wrapped = DisplayWidth.wrapped(text, width: width, first: "  ", rest: "    ")
      let lines = wrapped.split(separator: "\n")
      #expect(lines.allSatisfy { DisplayWidth.of($0) <= width }, "\(wrapped)")
      let letters = wrapped.filter { !$0.isWhitespace }
      #expect(letters == text.filter { !$0.isWhitespace }, "nothing is lost")
      #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("    ") })
    }
  }

  @Test func `a short text stays on its line`() {
    #expect(DisplayWidth.wrapped("a b", width: 80, first: "- ", rest: "  ") == "- a b")
  }

  @Test func `what a cell holds cannot move the cursor`() {
    #expect(DisplayWidth.harmless("a\u{1B}[2Jb\nc\u{202E}d") == "a [2Jb cd")
  }
}
