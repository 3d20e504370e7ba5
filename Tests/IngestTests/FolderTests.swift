import Diagnostics
import Foundation
import Ingest
import Plan
import StageFixtures
import Tables
import Testing

@Suite("Folders as clerks make them", .timeLimit(.minutes(2)))
struct FolderTests {
  private struct Case: Sendable, CustomTestStringConvertible {
    var path: String
    var sender: String
    var reason = ""
    var testDescription: String { path }
  }

  private static let paths = [
    Case(path: "2021/103/báo cáo/lần 2/Báo cáo năm 2021.csv", sender: "103"),
    Case(path: "2021/103/BAO CAO.CSV", sender: "103"),
    Case(path: "2021/103/báo cáo", sender: "103"),
    Case(path: "2021/103/báo cáo 15.12.2021", sender: "103"),
    Case(path: "2021/103/bao-cao.tsv", sender: "103"),
    // As macOS writes names: letters and marks apart.
    Case(path: "2021/103/Ba\u{301}o ca\u{301}o.csv", sender: "103"),
    Case(path: "2021/Xa\u{303} Ta\u{302}n Ho\u{300}a/a.csv", sender: "103"),
    Case(path: "2021/Xã Tân Hòa/a.csv", sender: "103"),
    Case(path: "2021/xa tan hoa/a.csv", sender: "103"),
    Case(path: "2021/XÃ TÂN HOÀ/a.csv", sender: "103"),
    Case(path: "2021/Hòa Mới/a.csv", sender: "103"),
    Case(path: "2021/Xã Tần Hòa/a.csv", sender: "", reason: "unknown-sender"),
    Case(path: "2021/Lâm Sơn/a.csv", sender: "", reason: "unknown-sender"),
    Case(path: "2021/103/a.docx", sender: "103", reason: "unknown-extension"),
  ]

  @Test("a file is found by its place", arguments: paths)
  private func places(_ test: Case) throws {
    let tables = try ingest([test.path: goodFile, "2021/office/a.csv": "Năm;Số lớp\n2021;4\n"])
    let file = try #require(tables.file(test.path))
    #expect(file.sender == test.sender && file.reason == test.reason)
    #expect(file.form == (test.reason.isEmpty ? "commune_year" : ""))
  }

  @Test("a name that two senders share names neither")
  func ambiguous() throws {
    // The sender's title and its short name; a unit that is called the same.
    var plan = try fixturePlan()
    let office = try #require(plan.senders.firstIndex { $0.id == "office" })
    plan.senders[office].short = LocalisedText(vietnamese: "Xã Tân Hòa")
    let folder = try TemporaryFolder()
    try folder.write(goodFile, to: "2021/103/a.csv")
    try folder.write(goodFile, to: "2021/Xã Tân Hòa/a.csv")
    let tables = try Ingest.ingest(
      plan,
      options: IngestOptions(dataFolder: folder.path, year: 2021)
    )
    #expect(tables.file("2021/Xã Tân Hòa/a.csv")?.reason == "ambiguous-sender")
    #expect(tables.file("2021/103/a.csv")?.status == .read)
  }

  @Test("a loop of links and a pipe end, and the other files are read")
  func noHang() throws {
    let folder = try TemporaryFolder()
    try folder.write(goodFile, to: commune)
    try folder.writeLink(to: "2021/103/vòng/lại", leadingTo: "2021/103")
    try folder.writeLink(to: "2021/103/mình.csv", leadingTo: "2021/103/mình.csv")
    let status = unsafe mkfifo("\(folder.path)/2021/103/ống.csv", 0o644)
    try #require(status == 0)
    let tables = try Ingest.ingest(
      fixturePlan(),
      options: IngestOptions(dataFolder: folder.path, year: 2021)
    )
    #expect(tables.file(commune)?.status == .read)
    #expect(tables.file("2021/103/ống.csv")?.reason == "unreadable-file")
    #expect(tables.file("2021/103/mình.csv")?.reason == "unreadable-file")
    #expect(tables.codes.contains("unreadable-folder"))
  }
}
