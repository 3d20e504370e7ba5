import DelimitedText
import Testing

struct DialectCase: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var input: String
  var dialect: Dialect
  var headSkip: Int

  init(_ name: String, _ input: String, _ dialect: Dialect, headSkip: Int = 0) {
    (testDescription, self.input, self.dialect, self.headSkip) = (name, input, dialect, headSkip)
  }
}

let dialectCases = [
  DialectCase("no bytes", "", .comma),
  DialectCase("one column", "a\nb\n", .comma),
  DialectCase("comma", "a,b\n1,2\n", .comma),
  DialectCase("semicolon", "a;b\n1;2\n", .semicolon),
  DialectCase("tab", "a\tb\n1\t2\n", .tab),
  DialectCase("pipe", "a|b\n1|2\n", .pipe),
  DialectCase("byte order mark", "\u{FEFF}a;b\n", .semicolon, headSkip: 3),
  DialectCase("sep line", "sep=|\na,b\n", .pipe, headSkip: 6),
  DialectCase("sep line, CRLF, upper case", "SEP=;\r\na,b\n", .semicolon, headSkip: 7),
  DialectCase("sep line alone", "sep=;", .semicolon, headSkip: 5),
  DialectCase("sep line with a mark", "\u{FEFF}sep=;\na,b\n", .semicolon, headSkip: 9),
  DialectCase("sep line in quotes, CRLF", "\u{FEFF}\"sep=;\"\r\na,b\n", .semicolon, headSkip: 12),
  DialectCase("sep line, lone CR", "sep=\t\ra,b\r", .tab, headSkip: 6),
  DialectCase("sep line names a quote", "sep=\"\na;b\nc;d\n", .semicolon),
  DialectCase("decimal commas", "name;rate\nA;12,5\nB;3,5\n", .semicolon),
  DialectCase("decimal commas in every row", "1,5;2,5\n3,5;4,5\n", .semicolon),
  DialectCase("delimiters inside quotes", "a,\"x;y;z\"\nb,\"p;q;r\"\n", .comma),
  DialectCase(
    "title rows above, padded",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM;;\nMỹ Thọ, ngày 10;;\nTT;Xã;Số\n1;A;2\n2;B;3\n",
    .semicolon
  ),
  DialectCase("title rows above, ragged", "Title\nPlace, day\n\na;b;c\n1;2;3\n", .semicolon),
  DialectCase("stray semicolons in comma text", "a,b\n1,x; y\n2,z\n3,w\n", .comma),
]

@Suite struct DialectDetectionTests {
  @Test(arguments: dialectCases)
  func `delimiter and head`(_ example: DialectCase) {
    let found = detectDialect(in: Array(example.input.utf8))
    #expect(found.dialect == example.dialect)
    #expect(found.headSkip == example.headSkip)
  }

  @Test func `a long file is judged by its beginning`() {
    var bytes: [UInt8] = []
    for row in 0..<20_000 { bytes += Array("\(row);\"x,y\nz\";1,5\n".utf8) }
    #expect(detectDialect(in: bytes).dialect == .semicolon)
  }
}
