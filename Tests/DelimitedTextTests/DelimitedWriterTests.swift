import DelimitedText
import Testing

@Suite struct DelimitedWriterTests {
  @Test(arguments: [
    (["a", "b c"], "a,b c\n"),
    (["a,b", "c;d"], "\"a,b\",c;d\n"),
    (["say \"x\""], "\"say \"\"x\"\"\"\n"),
    (["a\nb", "c\rd"], "\"a\nb\",\"c\rd\"\n"),
    ([""], "\"\"\n"),
    (["", ""], ",\n"),
    (["=1+2", "-3"], "=1+2,-3\n"),
  ])
  func `quotes only where needed`(_ fields: [String], _ expected: String) {
    var writer = DelimitedWriter()
    writer.write(fields)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
  }

  @Test(arguments: ["=1", "+84", "-x", "@a", "\tb", "\rc"])
  func `formulas are guarded in text only`(_ text: String) {
    var writer = DelimitedWriter(dialect: .tab, guardsFormulas: true)
    writer.write([(text: text, isText: true), (text: "-5", isText: false)])
    let read = parse(writer.bytes, dialect: .tab).batch
    #expect(read.text(0, 0) == "'" + text)
    #expect(read.text(0, 1) == "-5")
  }

  @Test func `mark and line ends as asked`() {
    var writer = DelimitedWriter(lineEnding: "\r\n", byteOrderMark: true)
    writer.write(["a"])
    #expect(writer.bytes == [0xEF, 0xBB, 0xBF, 0x61, 0x0D, 0x0A])
  }
}
