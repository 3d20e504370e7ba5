import Diagnostics
import Foundation
import Plan
import Testing

/// What a clerk and a program get back for a broken file.
@Suite(.timeLimit(.minutes(5))) struct CheckOutputTests {
  private static let header =
    "Mã cơ sở,\"Xã, thị trấn\",Loại hình kinh doanh,Ngày hoạt động,Ngày ngừng hoạt động,Số lao động,"
    + "Số lao động nữ,Số lao động có hợp đồng,Ghi chú"

  /// Six rows of a list: the number is no number in five of them, and one date does not exist.
  private static let broken =
    ([header]
    + (1...6).map { row in
      let date = row == 6 ? "31/02/2019" : "2018-09-16"
      return "BS-00\(row),X. Ba Sao,nhà nghỉ,\(date),-,\(row == 4 ? "2" : "vài người"),0,1,"
    })
    .joined(separator: "\n") + "\n"

  private func check(_ text: String, _ options: [String] = []) throws -> ToolResult {
    let scratch = try Scratch()
    try scratch.write(text, to: "danh sach.csv")
    return try Tool.run(
      "chitieu",
      ["check", SampleRun.pipeline, scratch.path("danh sach.csv")] + options
    )
  }

  @Test func theFirstScreenSaysWhatToDo() throws {
    let result = try check(Self.broken)
    #expect(result.status == 1)
    #expect(result.errors == "")
    let lines = result.output.split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init
    )
    #expect(lines.first?.hasSuffix("danh sach.csv: CẦN SỬA: 6 lỗi") == true)
    #expect(lines.contains("LỖI: Không phải là số, cột F “Số lao động” (5 chỗ)"))
    #expect(lines.contains("    dòng 2–4, 6, 7: thấy 'vài người', cần một số"))
    #expect(lines.contains { $0.hasPrefix("    Cách sửa: Chỉ ghi số") })
    #expect(lines.contains("LỖI: Ngày không có thật, cột D “Ngày hoạt động”"))
    #expect(result.output.contains("VIỆC CẦN LÀM: sửa 6 lỗi, lưu dạng “CSV UTF-8”"))
    // The path is as long as the caller's folder.
    for line in lines.dropFirst() { #expect(line.count <= 80, "\(line)") }
  }

  @Test func aGoodFileCanBeSent() throws {
    let good = Self.broken.replacing("vài người", with: "2").replacing("31/02/2019", with: "-")
    let result = try check(good)
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.contains("VIỆC CẦN LÀM: tệp dùng được, có thể gửi."))
    #expect(result.output.contains("6 hàng số liệu, dùng được 6"))
  }

  @Test func programsGetTheTableOfFindings() throws {
    let result = try check(Self.broken, ["--format", "csv"])
    let rows = PublishedRows(result.output).rows
    #expect(rows.count == 6)
    #expect(rows.count { $0["code"] == "not-a-number" && $0["column"] == "6" } == 5)
    #expect(rows.first { $0["code"] == "impossible-date" }?["line"] == "7")
  }

  @Test func programsGetFilesAndFindingsAsJSON() throws {
    let result = try check(Self.broken, ["--format", "json"])
    let whole = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: [[String: Any]]]
    )
    let file = try #require(whole["files"]?.first)
    #expect(file["sender"] as? String == "30085")
    #expect(file["rows"] as? Int == 6 && file["used"] as? Int == 6)
    #expect(file["status"] as? String == "read" && file["header_line"] as? Int == 1)
    let findings = try #require(whole["findings"])
    #expect(findings.count == 6)
    #expect(findings.contains { $0["column_letters"] as? String == "D" && $0["line"] as? Int == 7 })
  }

  @Test func eachTableOfAFileIsShownAndEachFindingOnce() throws {
    let form = try #require(try SampleRun.plan().form("commune_year"))
    let titles = form.fields.map { "\"\($0.title.vietnamese)\"" }.joined(separator: ";")
    let year = "\(titles)\nXã Ba Sao;2024;nhiều\n"
    let list = Self.broken.replacing("\"Xã, thị trấn\"", with: "Đơn vị").replacing(",", with: ";")
    let whole = list + ";;\n;;\n" + year
    let result = try check(whole, ["--year", "2024", "--sender", "30085", "--lang", "en"])
    #expect(result.output.components(separatedBy: "  Form ").count == 3, "\(result.output)")
    #expect(result.output.components(separatedBy: "[impossible-date]").count == 2)
    #expect(result.output.components(separatedBy: "danh sach.csv: NEEDS").count == 2)
    #expect(result.output.contains("found 'nhiều'"))
  }

  @Test func longFilesOfOtherSystemsAreRecognisedByTheirBeginning() throws {
    let rows = (1...2000).map { "BS-\($0),X. Ba Sao,nhà nghỉ,2018-09-16,-,2,0,1,tốt" }
    let text = ([Self.header] + rows).joined(separator: "\n") + "\n"
    let scratch = try Scratch()
    for (name, encoding) in [("be", String.Encoding.utf16BigEndian), ("le", .utf16LittleEndian)] {
      try scratch.write(try #require(text.data(using: encoding)), to: "\(name).csv")
    }
    try scratch.write(text.replacing("\n", with: "\r"), to: "cr.csv")
    for name in ["be", "le", "cr"] {
      let result = try Tool.run(
        "chitieu",
        ["check", SampleRun.pipeline, scratch.path("\(name).csv")]
      )
      #expect(result.output.contains("2000 hàng số liệu, dùng được 2000"), "\(name) \(result)")
    }
  }

  @Test func dataOfPersonsAreSetAsideInPlainWords() throws {
    let persons = Self.broken.split(separator: "\n").enumerated()
      .map { $0.offset == 0 ? "\($0.element),Họ và tên" : "\($0.element),Nguyễn Thị Bí Mật" }
      .joined(separator: "\n")
    for format in ["text", "csv", "json"] {
      let result = try check(persons, ["--format", format])
      #expect(result.status == 1)
      #expect(!(result.output + result.errors).contains("Bí Mật"))
      #expect(result.output.contains("personal-data"))
    }
    #expect(try check(persons).output.contains("Xóa hẳn cột được nêu"))
  }

  @Test func aFileOfNobodyTellsWhatToPass() throws {
    let nowhere = Self.broken.replacing("X. Ba Sao", with: "")
    let result = try check(nowhere)
    #expect(result.status == 64)
    #expect(result.output == "")
    #expect(result.errors.contains("--sender MÃ"))
    #expect(result.errors.contains("\n  30085 (Xã Ba Sao)\n"))
    let strange = try check("a;b\n1;2\n", ["--lang", "en"])
    #expect(strange.status == 64)
    #expect(strange.errors.contains("chitieu template"))
  }

  @Test func aFileThatNoSenderCouldSendNeedsNoSender() throws {
    let result = try check("")
    #expect(result.status == 1)
    #expect(result.output.contains("KHÔNG DÙNG ĐƯỢC: 1 lỗi"))
    #expect(!result.output.contains("Nơi gửi"))
  }
}
