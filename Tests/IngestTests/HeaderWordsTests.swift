import DelimitedText
import Diagnostics
import Plan
import SeededNumbers
import StageFixtures
import Testing

@testable import Ingest

/// What bytes and words tell of a header at a glance, beside what a look at all of it tells.
@Suite(.timeLimit(.minutes(1)))
struct HeaderWordsTests {
  @Test func `a cell with a foreign word names nothing, whatever stands beside it`() throws {
    let plan = try fixturePlan()
    var numbers = SeededNumbers(seed: 20_261_130)
    var (foreign, named) = (0, 0)
    for position in plan.forms.indices {
      let form = plan.forms[position]
      let headers = FormHeaders(form, at: position, words: plan.words)
      let names = form.fields.flatMap { [$0.title.vietnamese, $0.name] + $0.headers.map(\.text) }
      let parts = form.partSets.flatMap { $0.parts.flatMap(\.headers) }
      let texts =
        names + parts + names.flatMap { $0.split(separator: " ").map(String.init) }
        + [
          "trong đó", "chia ra", "của", "trong", "(cây)", "ĐVT: nghìn đồng", "UBND", "biểu", "2021",
        ]
      for _ in 0..<3_000 {
        let cells = (0..<3).map { _ in HeaderCell(numbers.pick(texts, or: "")) }
        let keys = [cells.map(\.key), cells.map(\.plainKey)].flatMap { keys in
          [keys[0...1], keys[1...2], keys[0...2]].map { $0.joined(separator: " ") }
        }
        let isNamed = keys.contains {
          headers.place($0) != nil || headers.placeWithoutUnit($0) != nil
        }
        if isNamed { named += 1 }
        // The middle one is part of all of them.
        guard !cells[1].isBlank, !headers.mayName(cells[1]) else { continue }
        foreign += 1
        #expect(!isNamed, "\(cells.map(\.text))")
      }
    }
    #expect(foreign > 100 && named > 100)
  }

  @Test func `numbers before texts are left out as they are by characters`() {
    var numbers = SeededNumbers(seed: 1)
    let signs = [
      "1", "12", "a", "IV", "x", ".", ")", "(", "/", ":", "-", " ", ",", "é", "–",
    ]
    for _ in 0..<20_000 {
      let text = (0..<6).map { _ in numbers.pick(signs, or: "") }.joined()
      #expect(HeaderCell.withoutNumber(text[...]) == Self.withoutNumber(text[...]), "'\(text)'")
    }
  }

  private static func withoutNumber(_ text: Substring) -> Substring {
    let rest = text.drop { $0.isWhitespace || "-–—+•*".contains($0) }
    var end = rest.startIndex
    let isBracketed = rest.first == "("
    if isBracketed { end = rest.index(after: end) }
    let number = rest[end...].prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") }
    let isOrdinal =
      number.contains { $0 != "." }
      && number.split(separator: ".").allSatisfy { part in
        part.allSatisfy(\.isNumber)
          ? part.count <= 2
          : part.count == 1 || part.lowercased().allSatisfy { "ivx".contains($0) }
      }
    guard (1...6).contains(number.count), isOrdinal else { return rest }
    let after = rest[number.endIndex...]
    if number.last == "." { return after.drop { $0.isWhitespace } }
    guard let sign = after.first, ")./:-".contains(sign), !isBracketed || sign == ")" else {
      return rest
    }
    return after.dropFirst().drop { $0.isWhitespace || $0 == "." }
  }

  @Test func `ordinals are read as they are by characters`() {
    var numbers = SeededNumbers(seed: 2)
    let signs = [
      "1", "02", "3456789", "(", ")", "[", "]", " ", "\t", "\u{A0}", "\u{301}", "a", ".",
    ]
    for _ in 0..<20_000 {
      let text = (0..<5).map { _ in numbers.pick(signs, or: "") }.joined()
      let digits = text.filter { !$0.isWhitespace && !"()[]".contains($0) }
      let isNumber =
        (1...12).contains(digits.utf8.count)
        && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
      #expect(RowLayout.number(text) == (isNumber ? Int(digits) : nil), "'\(text)'")
    }
  }

  @Test func `a cell that is known is the cell of its text`() throws {
    let cells = HeaderCells(try formHeaders(fixturePlan()))
    let texts = ["", "12", "Số cây", "1. Số cây năm 2021", "Số cây (1)", "năm 2021", "2021"]
    for year in [nil, 2021, 2022] {
      for some in [texts, texts + texts, texts.reversed()] {
        let row = cells.row(batch([some]), 0, year: year)
        #expect(row.cells == some.map { HeaderCell($0).without(year) })
      }
    }
    let sames = batch([["1. Số cây năm 2021", "năm 2021"]])
    #expect(cells.row(sames, 0, year: 2021).cells.map(\.plainKey) == ["so cay", "nam 2021"])
    let later = cells.row(sames, 0, year: 2022).cells.map(\.plainKey)
    #expect(later == ["so cay nam 2021", "nam 2021"])
  }

  @Test func `records name no more columns than their cells let them`() throws {
    let plan = try fixturePlan()
    let forms = formHeaders(plan)
    let fields = plan.forms.flatMap(\.fields)
    let names = fields.flatMap { [$0.title.vietnamese] + $0.headers.map(\.text) }
    let texts =
      names + plan.words.total
      + ["", "", "", "1", "1.", "1", "An Bình", "cây", "(cây)", "Số", "trong đó", "1. Số cây"]
    var numbers = SeededNumbers(seed: 20_261_201)
    var (named, fewer) = (0, 0)
    for _ in 0..<4_000 {
      let records = (0..<3).map { _ in (0..<4).map { _ in numbers.pick(texts, or: "") } }
      let batch = batch(records)
      let rows = HeaderRows(batch, 0..<3, HeaderCells(forms), year: 2021)
      for headers in forms {
        for height in 2...3 {
          guard let block = rows.block(0, height: height),
            let match = headers.match(block, record: 0)
          else { continue }
          let most = rows.mostNamed(0, height: height, headers)
          #expect(match.matched <= most, "\(records)")
          if match.matched > 0 { named += 1 }
          if most < 4 { fewer += 1 }
        }
      }
    }
    #expect(named > 100 && fewer > 100)
  }

  private func batch(_ records: [[String]]) -> RecordBatch {
    let text = records.map { $0.joined(separator: ";") + "\n" }.joined()
    return parse(Array(text.utf8), dialect: .semicolon).batch
  }

  private func formHeaders(_ plan: Plan) -> [FormHeaders] {
    plan.forms.enumerated().map { FormHeaders($1, at: $0, words: plan.words) }
  }

  @Test(arguments: ["", " ", "a", "a b", "a b ", " a  b  ", "  "])
  func `the last word is the last of all words`(_ text: String) {
    #expect(text[...].lastWord == text.split(separator: " ").last ?? "")
  }
}
