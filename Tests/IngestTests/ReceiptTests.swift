import Diagnostics
import StageFixtures
import Tables
import Testing

@testable import Ingest

@Suite struct ReceiptTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String { text }
    var text: String
    var codes: [String]
    /// Nil where the file's own time is taken.
    var received: String?

    init(_ text: String, _ codes: [String] = [], _ received: String? = "2021-12-10") {
      self.text = text
      self.codes = codes
      self.received = received
    }
  }

  static let cases = [
    Case("path,received\n\(commune),2021-12-10\n"),
    Case("path;received\n\(commune);10/12/2021\n"),
    Case("Tệp\tNgày nhận\n\(commune)\t10/12/2021\n"),
    Case("Ngày nhận;STT;Đường dẫn\n10-12-2021;1;\(commune)\n"),
    Case("SỔ TIẾP NHẬN\n\npath,received\n\(commune),ngày 10 tháng 12 năm 2021\n"),
    Case("path,received\n2021\\103\\bao-cao.csv,2021-12-10\n"),
    Case("path,received\nD:\\so-lieu\\2021\\103\\Bao-Cao.CSV,2021-12-10\n"),
    Case("path,received\n./2021/103/bao-cao.csv,10/12/2021 08:30\n"),
    Case("\(commune),2021-12-10\n", ["receipts-without-header"]),
    Case("path,received\n\(commune),2021-12-10\n\(commune),2021-12-10\n"),
    Case("path,received\n\(commune),2021-12-05\n\(commune),2021-12-10\n", ["duplicate-receipt"]),
    Case("path,received\n\(commune),2021-12-10\n\(commune),2021-12-05\n", ["duplicate-receipt"]),
    Case(
      "path,received\n\(commune),32/12/2021\n",
      ["files-without-receipt", "malformed-receipt"],
      nil
    ),
    Case("path,received\n", ["files-without-receipt"], nil),
    Case("gì đó\n", ["unreadable-receipts"], nil), Case("", ["unreadable-receipts"], nil),
    Case("\u{0}\u{1}\u{2}", ["unreadable-receipts"], nil),
  ]

  @Test(arguments: cases)
  func receipts(_ example: Case) throws {
    let tables = try ingest([commune: goodFile, "receipts.csv": example.text])
    #expect(tables.codes.sorted() == example.codes)
    let file = try #require(tables.file(commune))
    #expect(file.receivedBasis == (example.received == nil ? .fileTime : .receipt))
    if let received = example.received { #expect(file.received?.description == received) }
  }

  @Test func accentsInTwoForms() throws {
    let tables = try ingest([
      "2021/103/báo cáo.csv": goodFile,
      "receipts.csv": "path,received\n2021/103/ba\u{301}o ca\u{301}o.csv,2021-12-10\n",
    ])
    #expect(tables.codes.isEmpty)
    #expect(tables.files.map(\.receivedBasis) == [.receipt])
  }
}
