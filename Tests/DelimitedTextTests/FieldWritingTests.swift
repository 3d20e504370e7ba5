import DelimitedText
import Testing

/// Records written field by field, beside records written whole.
@Suite struct FieldWritingTests {
  @Test(arguments: [Dialect.comma, .semicolon, .tab])
  func fieldsAreWrittenAsWholeRecordsAre(_ dialect: Dialect) {
    let records = [
      ["a", "b"], ["", ""], ["a;b", "c,d"], ["say \"so\"", "\r"], ["line\nend", "tab\t"],
      ["ắ", "x\u{301}"], ["\"", "\"\""],
    ]
    var whole = DelimitedWriter(dialect: dialect)
    var texts = DelimitedWriter(dialect: dialect)
    var spans = DelimitedWriter(dialect: dialect)
    for record in records {
      whole.write(record)
      for field in record {
        texts.append(text: field)
        let bytes = Array(field.utf8)
        spans.append(bytes.span)
      }
      texts.endRecord()
      spans.endRecord()
    }
    #expect(texts.bytes == whole.bytes)
    #expect(spans.bytes == whole.bytes)
  }

  @Test(arguments: [0, 7, -7, 10, 1_234_567_890, .max, .min])
  func numbersAreWrittenAsTheyAreDescribed(_ number: Int) {
    var writer = DelimitedWriter()
    writer.append(number: number)
    writer.append(text: "")
    writer.endRecord()
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "\(number),\n")
  }
}
