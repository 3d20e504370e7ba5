import CommandLineOptions
import CommandRunner
import Diagnostics
import Foundation
import Testing
import VietnameseText

@testable import StatMethods

/// What is taken from a file for a number, and what is left out and told.
@Suite(.timeLimit(.minutes(5))) struct ReadingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var table: String
    var slope: Double
    var used: Int
    var missing = 0
    var findings: [String] = []
    var options = ""
    var testDescription: String { name }
  }

  @Test(arguments: [
    Case(name: "commas", table: "t,y\n1,1\n2,2\n3,3\n", slope: 1, used: 3),
    Case(name: "semicolons", table: "t;y\n1;1,5\n2;2,5\n3;3,5\n", slope: 1, used: 3),
    Case(name: "tabs", table: "t\ty\n1\t1\n2\t2\n3\t3\n", slope: 1, used: 3),
    Case(name: "bars", table: "t|y\n1|1\n2|2\n3|3\n", slope: 1, used: 3),
    Case(name: "byte order mark", table: "\u{FEFF}t,y\n1,1\n2,2\n3,3\n", slope: 1, used: 3),
    Case(name: "CR LF", table: "t,y\r\n1,1\r\n2,2\r\n3,3\r\n", slope: 1, used: 3),
    Case(name: "CR", table: "t,y\r1,1\r2,2\r3,3\r", slope: 1, used: 3),
    Case(name: "no line end at the end", table: "t,y\n1,1\n2,2\n3,3", slope: 1, used: 3),
    Case(
      name: "quotes",
      table: "\"t\",\"y\"\n\"1\",\"1,5\"\n2,\"2,5\"\n3,\"3,5\"\n",
      slope: 1,
      used: 3
    ),
    Case(
      name: "sep=",
      table: "sep=;\nt;y\n1;1\n2;2\nx;3\n4;4\n",
      slope: 1,
      used: 3,
      findings: ["table.csv:5:1: error: found 'x', expected a number [not-a-number]"]
    ),
    Case(name: "names in other letters", table: "T,Y\n1,1\n2,2\n3,3\n", slope: 1, used: 3),
    Case(name: "blank lines and rows", table: "t,y\n\n1,1\n2,2\n,\n3,3\n\n,\n", slope: 1, used: 3),
    Case(
      name: "missing words",
      table: "t,y\n1,1\n2,\n3,NA\n4,nan\n5,.\n6,N/A\n7,null\n8,8\n9,9\n",
      slope: 1,
      used: 3,
      missing: 6
    ),
    Case(
      name: "own missing words",
      table: "t,y\n1,1\n2,2\n3,-\n4,4\n5,khuyết\n",
      slope: 1,
      used: 3,
      missing: 2,
      options: "--missing -,khuyết"
    ),
    Case(
      name: "a dash is no number",
      table: "t,y\n1,1\n2,2\n3,-\n4,4\n",
      slope: 1,
      used: 3,
      findings: ["table.csv:4:2: error: found '-', expected a number [not-a-number]"]
    ),
    Case(name: "short rows", table: "t,y\n1,1\n2\n3,3\n4,4\n", slope: 1, used: 3, missing: 1),
    Case(name: "surplus blank cells", table: "t,y\n1,1,\n2,2,,\n3,3\n", slope: 1, used: 3),
    Case(
      name: "long rows",
      table: "t,y\n1,1\n2,2,5\n3,3\n4,4\n",
      slope: 1,
      used: 3,
      findings: [
        "table.csv:3:3: error: found '3', expected 2 cells as in the header [extra-cells]"
      ]
    ),
    Case(
      name: "a comma among points",
      table: "t;y\n1;1.5\n2;2.5\n3;3,5\n4;4.5\n",
      slope: 1,
      used: 3,
      findings: [
        "table.csv:4:2: error: found '3,5', expected a decimal point as in the rest of the column "
          + "[not-a-number]"
      ]
    ),
    Case(
      name: "sure marks count first",
      table: "t;y\n1;1.500\n2;1.600\n3;1.700\n4;1,50\n5;2,5\n6;3,5\n",
      slope: 1,
      used: 3,
      findings: [
        "table.csv:2:2: error: found '1.500', expected a decimal comma as in the rest of the column "
          + "[not-a-number]",
        "table.csv:3:2: error: found '1.600', expected a decimal comma as in the rest of the column "
          + "[not-a-number]",
        "table.csv:4:2: error: found '1.700', expected a decimal comma as in the rest of the column "
          + "[not-a-number]",
      ]
    ),
    Case(
      name: "open marks",
      table: "t;y\n1;1.500\n2;2.500\n3;3.500\n",
      slope: 1,
      used: 3,
      findings: [
        "table.csv:1:2: warning: found three digits behind each '.' in the column 'y', read as decimal "
          + "marks; add --decimal point if so, --thousands point --decimal comma if not "
          + "[ambiguous-number]"
      ]
    ),
    Case(
      name: "open marks that are told",
      table: "t;y\n1;1.500\n2;2.500\n3;3.500\n",
      slope: 1,
      used: 3,
      options: "--decimal point"
    ),
    Case(
      name: "thousands",
      table: "t;y\n1;1.500\n2;2.500\n3;3.500,0\n",
      slope: 1000,
      used: 3,
      options: "--thousands point"
    ),
    Case(
      name: "thousands untold",
      table: "t;y\n1;1\n2;2\n3;1.250,5\n4;4\n",
      slope: 1,
      used: 3,
      findings: [
        "table.csv:4:2: error: found '1.250,5', expected a number (marks of thousands must be told "
          + "by --thousands) [not-a-number]"
      ]
    ),
    Case(
      name: "too large",
      table: "t,y\n1,1\n2,1e999\n3,3\n4,4\n",
      slope: 1,
      used: 3,
      findings: [
        "table.csv:3:2: error: found '1e999', expected a number less large [out-of-range]"
      ]
    ),
    Case(
      name: "broken quotes",
      table: "t,y\n1,1\n2,\"2\"x\n3,3\n4,4\n",
      slope: 1,
      used: 3,
      findings: [
        "table.csv:3: error: found text after a closing quote, expected a delimiter [text-after-quote]"
      ]
    ),
    Case(
      name: "a record of two lines",
      table: "t,y,z\n1,1,\"a\nb\"\n2,2,c\nx,3,d\n4,4,e\n",
      slope: 1,
      used: 3,
      findings: ["table.csv:5:1: error: found 'x', expected a number [not-a-number]"]
    ),
    Case(name: "columns between", table: "a,t,b,y,c\n,1,,1,\n,2,x,2,\n,3,,3,\n", slope: 1, used: 3),
    Case(
      name: "minus signs of typesetters",
      table: "t,y\n1,\u{2212}1\n2,\u{2212}2\n3,\u{2212}3\n",
      slope: -1,
      used: 3
    ),
  ])
  func `numbers are read and what is none is told`(_ example: Case) throws {
    let answer = try ask("sen", "--time t --value y \(example.options)", example.table)
    let outcome = try #require(answer.outcomes.first)
    #expect(outcome.result.values["slope"] == .number(example.slope))
    #expect(outcome.used == example.used)
    #expect(outcome.missing == example.missing)
    #expect(answer.badCells.lines(in: .english) == example.findings)
    let errors = example.findings.count { $0.contains(": error:") }
    #expect(outcome.bad == errors)
    #expect(answer.badCells.count == errors)
  }

  @Test func `files in older encodings are read`() throws {
    let text = "năm,tỷ lệ\n1,1\n2,2\n3,3\n"
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let method = try #require(StatMethod.all.first { $0.name == "sen" })
    let arguments = try #require(
      try method.command.syntax.parse(["--time", "năm", "--value", "tỷ lệ"])
    )
    let source = try StatSource(name: "table.csv", bytes)
    let answer = try StatRun(method, arguments).outcomes(of: source)
    #expect(answer.outcomes.first?.result.values["slope"] == .number(1))
  }

  @Test func `a flood of bad cells is told in number`() throws {
    let rows = (1...100).map { "\($0),x" }.joined(separator: "\n")
    let answer = try ask("sen", "--time t --value y", "t,y\n\(rows)\n")
    let lines = answer.badCells.lines(in: .english)
    #expect(lines.count == BadCells.shown + 1)
    #expect(lines.last == "… and 80 more bad cells or rows")
    #expect(try answer.object()["bad"] as? Int == 100)
  }

  @Test func `counts are whole`() throws {
    let answer = try ask(
      "proportion",
      "--numerator x --denominator n",
      "x,n\n1.0,2\n1.5,2\n1e0,2\n"
    )
    #expect(
      answer.badCells.lines(in: .english) == [
        "table.csv:3:1: error: found '1.5', expected a whole number [not-whole]"
      ]
    )
    #expect(try answer.result.rows?.count == 2)
  }

  @Test(arguments: [
    (
      "time", "nam,gia tri\n1,2\n",
      "'--time': no column 'name'; did you mean 'nam'?; the columns: 'nam', 'gia tri'"
    ),
    ("time", "name,NAME,name\n1,2,3\n", "'--time': several columns 'name': columns 1, 3"),
  ])
  func `columns that are not there are a fault of usage`(
    _ option: String,
    _ table: String,
    _ message: String
  ) throws {
    #expect {
      _ = try ask("sen", "--time name --value name", table)
    } throws: { ($0 as? UsageFault)?.message.english == message }
  }

  @Test(arguments: [
    ("", StatFailure.emptyInput("table.csv")), ("\n\n  \n", .emptyInput("table.csv")),
    ("1,2\n3,4\n", .noHeader("table.csv")), ("\"a\"b,c\n1,2\n", .noHeader("table.csv")),
    ("%PDF-1.4\n", .undecodable("table.csv", .binary(.pdf))),
  ])
  func `what is no table is malformed input`(_ table: String, _ failure: StatFailure) {
    #expect(throws: failure) { try ask("sen", "--time t --value y", table) }
    #expect(failure.status == .malformedInput)
    for language in Language.allCases { #expect(!failure.message.text(in: language).isEmpty) }
  }

  @Test func `a table of rows alone is an answer with a reason`() throws {
    let object = try ask("sen", "--time t --value y", "t,y\n").object()
    #expect(object["n"] as? Int == 0)
    #expect(object["gap"] as? String == "too-few-points")
    #expect(object["slope"] is NSNull)
  }

  @Test(arguments: [
    ("1\n2\n4\n\"\"\nx\n", true), ("1\nx\n2\n4\n", false), ("1\nNA\n2\n4\n", false),
  ])
  func `over a hole two values are no neighbours`(_ rows: String, _ isWhole: Bool) throws {
    let result = try ask("describe", "--value y", "y\n\(rows)").result
    #expect((result.values["lag1"]?.gap == nil) == isWhole)
    #expect(result.values["n"] == .integer(3))
  }

  @Test func `pieces of a large file are one file`() throws {
    // More than two pieces, so that rows lie across their borders.
    let rows = (0..<150_000).map { "\($0),\($0 % 2 == 0 ? "1" : "x"),padding" }
    let answer = try ask(
      "proportion",
      "--numerator t --denominator t",
      "t,y,z\n" + rows.joined(separator: "\n")
    )
    let result = try #require(try answer.result.rows)
    #expect(result.count == 150_000)
    #expect(result.row(149_999)[0] == .integer(150_001))
  }
}
