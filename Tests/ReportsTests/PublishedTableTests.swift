import Diagnostics
import Tables
import Testing

@testable import Reports

@Suite struct PublishedTableTests {
  private func text(_ table: PublishedTable) -> String {
    String(decoding: table.file.file.bytes.dropFirst(3), as: UTF8.self)
  }

  private let rows = (1...3).map {
    SupersededRow(
      form: $0 == 2 ? "cases" : "trees",
      file: 1,
      line: $0,
      key: "=\($0)",
      byFile: 2,
      byLine: 7,
      rule: "later-row"
    )
  }

  @Test func `cells are left out of the rows that would count cases`() {
    let table = PublishedTable(rows, without: ["line", "by_line", "key"]) { $0.form == "cases" }
    #expect(
      text(table) == """
        form;file;line;key;by_file;by_line;rule
        trees;1;1;'=1;2;7;later-row
        cases;1;;;2;;later-row
        trees;1;3;'=3;2;7;later-row

        """
    )
    let optional = table.schema.columns.filter { !$0.isRequired }.map(\.name)
    #expect(optional == ["line", "key", "by_line"])
    #expect(table.schema.primaryKey.isEmpty)
    #expect(SupersededRow.schema.primaryKey == ["file", "line"])
  }

  @Test func `a table without rows has its header`() {
    let table = PublishedTable([SupersededRow](), without: ["key"]) { _ in true }
    #expect(text(table) == "form;file;line;key;by_file;by_line;rule\n")
    #expect(table.schema.primaryKey == ["file", "line"])
  }

  @Test func `a table of parts is the table of their rows`() {
    let rows = (0..<10).map { row in ["\(row)", String(repeating: "ạ", count: row * row)] }
    let whole = Markdown.table(["a", "b"], aligned: [.right], rows)
    for size in 1...10 {
      let parts = stride(from: 0, to: rows.count, by: size).map {
        Markdown.TablePart(Array(rows[$0..<min($0 + size, rows.count)]))
      }
      #expect(
        Markdown.table(["a", "b"], aligned: [.right], [Markdown.TablePart([])] + parts) == whole
      )
    }
    #expect(whole.contains("| ---: | :\(String(repeating: "-", count: 40)) |"))
    #expect(Markdown.table(["a"], [Markdown.TablePart([])]).isEmpty)
  }
}
