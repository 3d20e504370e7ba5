import Foundation
import Testing

/// The example of `Documentation/NewHabits.md`, done as the page says.
@Suite(.timeLimit(.minutes(5))) struct NewHabitsTests {
  @Test func thePageMakesTheFileReadableWithoutCode() throws {
    let page = try String(
      contentsOf: Tool.root.appending(path: "Documentation/NewHabits.md"),
      encoding: .utf8
    )
    let blocks = Self.blocks(page)
    let scratch = try Scratch()
    for folder in ["pipelines/kh166", "data/reference"] {
      let copy = scratch.path(folder)
      try FileManager.default.createDirectory(
        at: URL(filePath: copy).deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try FileManager.default.copyItem(
        atPath: Tool.root.appending(path: folder).path,
        toPath: copy
      )
    }
    let csv = try #require(blocks.first { $0.kind == "csv" })
    try scratch.write(csv.text, to: "danh-sach.csv")

    let before = try check(scratch)
    #expect(
      Set(before.compactMap { $0["code"] }) == [
        "unknown-column", "missing-column", "unknown-unit", "unknown-category", "not-a-date",
      ]
    )
    let changes = blocks.filter { $0.kind == "diff" }
    #expect(changes.count == 4)
    for change in changes { try Self.apply(change, to: scratch.path(change.file)) }

    #expect(try check(scratch).isEmpty)
    let plan = try Tool.run("chitieu", ["check", scratch.path("pipelines/kh166")])
    #expect(plan.status == 0, "\(plan.output)")
    let text = try Tool.run("chitieu", arguments(scratch))
    #expect(text.output.contains("2 hàng số liệu, dùng được 2\n"), "\(text.output)")
  }

  private func arguments(_ scratch: Scratch) -> [String] {
    [
      "check", scratch.path("pipelines/kh166"), scratch.path("danh-sach.csv"), "--sender", "30085",
      "--year", "2024",
    ]
  }

  private func check(_ scratch: Scratch) throws -> [[String: String]] {
    PublishedRows(try Tool.run("chitieu", arguments(scratch) + ["--format", "csv"]).output).rows
  }

  /// A fenced block; the file behind its kind is the one that it changes.
  private struct Block {
    var kind: String
    var file: String
    var text: String
  }

  private static func blocks(_ page: String) -> [Block] {
    page.components(separatedBy: "\n```").enumerated().compactMap { index, part in
      guard index % 2 == 1, let end = part.firstIndex(of: "\n") else { return nil }
      let head = part[..<end].split(separator: " ", maxSplits: 1).map { String($0) }
      return Block(
        kind: head.first ?? "",
        file: head.count > 1 ? head[1] : "",
        text: String(part[part.index(after: end)...]) + "\n"
      )
    }
  }

  /// Puts the lines with a plus in the place of those with a minus, which stand once in the file.
  private static func apply(_ change: Block, to path: String) throws {
    func lines(_ sign: String) -> String {
      change.text.split(separator: "\n").filter { $0.hasPrefix(sign) }.map { $0.dropFirst(2) }
        .joined(separator: "\n")
    }
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let old = lines("-")
    try #require(text.components(separatedBy: old).count == 2, "\(old) in \(change.file)")
    try text.replacing(old, with: lines("+")).write(toFile: path, atomically: true, encoding: .utf8)
  }
}
