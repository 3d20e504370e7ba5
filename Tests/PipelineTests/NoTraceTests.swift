import Diagnostics
import Explain
import Foundation
import Pipeline
import Plan
import Tables
import Testing

/// Persons are planted wherever a sender may write them; no file that a run writes and nothing that
/// it prints has a trace of them.
@Suite(.timeLimit(.minutes(5))) struct NoTraceTests {
  /// Parts of names and numbers that stand nowhere else.
  static let values = [
    "Quắm", "QUẮM", "Khoeo", "KHOEO", "quắm", "038199012345", "331987654", "0939 871", "0939871",
    "939 871 204", "871.204", "９３９８", "1903556677", "khoeo@", "khoeo.jpg", "1987-", "/1987",
    "ấp Lò Rèn",
  ]

  /// A form filled in for a unit: its header and one row, to be changed cell by cell.
  struct Sheet {
    var header: [String]
    var row: [String]
    let form: Form

    init(_ form: Form, unit: String, year: Int) {
      self.form = form
      header = form.fields.map(\.title.vietnamese)
      row = form.fields.map { field in
        switch field.role {
        case .unit: unit
        case .key, .reference: "K1"
        default:
          switch field.type {
          case .year: String(year)
          case .integer, .number: "3"
          case .boolean: "có"
          case .date: "05/06/\(year)"
          case .string: field.categories.first?.label.vietnamese ?? ""
          }
        }
      }
    }

    mutating func set(_ role: Field.Role, _ text: String) {
      guard let index = form.fields.firstIndex(where: { $0.role == role }) else { return }
      row[index] = text
    }

    mutating func add(_ title: String, _ text: String) {
      header.append(title)
      row.append(text)
    }

    func text(above: String = "", below: String = "", rowEnd: String = "") -> String {
      let lines = [header.joined(separator: ";"), row.joined(separator: ";") + rowEnd]
      return above + lines.joined(separator: "\r\n") + "\r\n" + below
    }
  }

  /// Texts by name: a form of a commune with a person in one place each.
  static func texts() throws -> [(name: String, text: String)] {
    let plan = try SampleRun.plan()
    let form = try #require(plan.form("commune_year"))
    let register = try #require(plan.form("establishments"))
    let unit = "Thị trấn Mỹ Thọ"
    var result: [(String, String)] = []
    func with(_ name: String, _ form: Form, _ change: (inout Sheet) -> Void) {
      var sheet = Sheet(form, unit: unit, year: 2024)
      change(&sheet)
      result.append((name, sheet.text()))
    }
    let columns = [
      "Nguyễn Văn Quắm", "NGUYỄN THỊ QUẮM", "Tran Van Khoeo", "038199012345", "0939 871 204",
      "(0939) 871.204", "０９３９８７１２０４", "1903556677881", "khoeo@example.vn", "khoeo.jpg",
      "05/06/1987", "ấp Lò Rèn, xã Gáo Giồng",
    ]
    for (index, text) in columns.enumerated() {
      with("cột \(index)", form) { $0.add("Cột khác", text) }
      with("không tiêu đề \(index)", form) { $0.add("", text) }
      with("sổ \(index)", register) { $0.add("Cột khác", text) }
    }
    for (index, text) in columns[..<7].enumerated() {
      with("đơn vị \(index)", form) { $0.set(.unit, text) }
      with("loại \(index)", register) { $0.set(.category, text) }
      with("số liệu \(index)", form) { $0.set(.measure, text) }
    }
    let notes = [
      "gặp ông Nguyễn Văn Quắm, SĐT 0939 871 204, CCCD 038199012345", "bà QUẮM; CMND 331987654",
      "đối tượng Lê Khoeo; STK 1903556677881", "anh Khoeo (khoeo@example.vn)", "nguyễn văn quắm",
      "gọi +84 939 871 204 hoặc (0939) 871.204", "gap Nguyen Van Khoeo", "số ０９３９８７１２０４",
    ]
    for (index, text) in notes.enumerated() {
      with("ghi chú \(index)", form) { $0.set(.note, text) }
    }
    let sheet = Sheet(form, unit: unit, year: 2024)
    result += [
      ("tiêu đề", sheet.text(above: "Người báo cáo: Nguyễn Văn Quắm;0939 871 204\r\n")),
      ("chữ ký", sheet.text(below: "Người lập biểu;\r\nNguyễn Văn Quắm;0939871204\r\n")),
      ("ngoài bảng", sheet.text(rowEnd: ";Nguyễn Văn Quắm;0939871204")),
      ("dấu nháy", sheet.text(below: "\"Nguyễn Văn Quắm;0939871204\r\n")),
      ("không rõ biểu", "A;B\r\n1;Nguyễn Văn Quắm\r\n2;Lê Thị Khoeo\r\n"),
      ("BC Nguyen Van Khoeo 0939871204", sheet.text()),
    ]
    return result.map { (name: $0.0, text: $0.1) }
  }

  /// A text in other encodings, where it has them.
  static func encoded(_ text: String) throws -> [(suffix: String, bytes: Data)] {
    var result = [("", Data(text.utf8))]
    result.append(("nfd", Data(text.decomposedStringWithCanonicalMapping.utf8)))
    if let utf16 = text.data(using: .utf16) { result.append(("utf16", utf16)) }
    for page in ["TCVN5712-1", "VISCII", "CP1258"] {
      if let bytes = try Self.converted(text, to: page) { result.append((page, bytes)) }
    }
    return result.map { (suffix: $0.0, bytes: $0.1) }
  }

  /// As `iconv` converts it; nil where the page has not all letters.
  private static func converted(_ text: String, to page: String) throws -> Data? {
    let scratch = try Scratch()
    try scratch.write(text, to: "text")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/iconv")
    process.arguments = ["-f", "UTF-8", "-t", page, scratch.path("text")]
    process.standardOutput = try scratch.handle("out")
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { return nil }
    return try Data(contentsOf: URL(filePath: scratch.path("out")))
  }

  /// Values of which a text has a trace.
  static func traces(in data: Data) -> [String] {
    let text = String(decoding: data, as: UTF8.self).precomposedStringWithCanonicalMapping
    return values.filter { text.contains($0.precomposedStringWithCanonicalMapping) }
  }

  @Test func nothingIsWrittenOrPrinted() throws {
    let data = try SampleRun.copy()
    var files: [String] = []
    for (index, (name, text)) in try Self.texts().enumerated() {
      // One of a few encodings each, all of them over the whole.
      for (suffix, bytes) in try Self.encoded(text)
      where suffix.isEmpty || (index + suffix.utf8.count) % 3 == 0 {
        let path = "data/2024/30076/\(name) \(suffix).csv"
        try data.write(bytes, to: path)
        files.append(data.path(path))
      }
    }
    let run = try SampleRun(data: data.path("data"))
    #expect(run.result.status == 0)
    #expect(Self.traces(in: Data((run.result.output + run.result.errors).utf8)).isEmpty)
    var written = 0
    for (name, bytes) in try run.scratch.files(".") {
      let traces = Self.traces(in: bytes) + Self.traces(in: Data(name.utf8))
      // The line shows where a value was planted that was not found.
      let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter {
        !Self.traces(in: Data($0.utf8)).isEmpty
      }
      #expect(traces.isEmpty, "\(name) has \(traces): \(lines)")
      written += 1
    }
    #expect(written > 50)
    for format in [[], ["--format", "csv"], ["--format", "json"]] {
      let check = try Tool.run("chitieu", ["check", SampleRun.pipeline] + files + format)
      let printed = Self.traces(in: Data((check.output + check.errors).utf8))
      #expect(printed.isEmpty, "check \(format) prints \(printed)")
    }
    try Self.expectNoTraceExplained(run)
  }

  /// Every figure about the unit that the files came from, and the district's, is explained whole.
  private static func expectNoTraceExplained(_ run: SampleRun) throws {
    let plan = try SampleRun.plan()
    let now = try ExplainedRun(plan, workspace: run.scratch.path("work"), language: .vietnamese)
    let before = try SampleRun.baseline.get()
    let difference = try now.difference(from: before.scratch.path("work"))
    let join = now.tables.join
    let units: Set = ["30076", plan.unit]
    var figures = now.tables.indicators.indicators.filter { units.contains($0.unit) }
      .map { FigureKey.Figure.indicator($0.indicator, unit: $0.unit, year: $0.year) }
    figures += join.facts.filter { units.contains($0.unit) }
      .map { .fact($0.element, unit: $0.unit, year: $0.year, category: $0.category) }
    figures += join.reporting.map { .reporting($0.form, sender: $0.sender, year: $0.year) }
    var lines = difference.list.lines
    for figure in figures where FigureKey(year: 2025, figure).text.contains("/2024") {
      let tree = now.explainer.explanation(ExplainQuestion(figure), sentence: "")
      lines += tree?.lines ?? []
      lines += difference.explanation(figure)?.lines ?? []
    }
    #expect(lines.count > 1_000)
    let traced = lines.filter { !traces(in: Data($0.utf8)).isEmpty }
    #expect(traced.isEmpty, "explain prints \(traced.prefix(5))")
    // The files themselves are told of.
    #expect(lines.contains { $0.contains("2024/30076/ghi chú") })
  }
}
