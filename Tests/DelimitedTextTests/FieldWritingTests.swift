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

  /// A field put together from parts is the field; so is one in a writer that guards formulas.
  @Test(arguments: [false, true]) func partsMakeAField(_ guardsFormulas: Bool) {
    let fields = [
      [], [""], ["a"], ["a,", "b"], ["=", "1"], ["", "-"], ["\"", "\n"], ["long", " text"],
    ]
    var parts = DelimitedWriter(guardsFormulas: guardsFormulas)
    var whole = DelimitedWriter(guardsFormulas: guardsFormulas)
    for field in fields {
      parts.append { output in
        for part in field { output.put(part) }
        output.put(7)
        output.put(UInt8(ascii: "/"))
      }
      parts.append(text: "end")
      parts.endRecord()
      whole.write([(field.joined() + "7/", true), ("end", true)])
    }
    #expect(parts.bytes == whole.bytes)
  }

  /// Digits need no quotes, but where their mark is the delimiter.
  @Test(arguments: [Dialect.comma, .semicolon]) func digitsAreWrittenAsTextsAre(_ dialect: Dialect)
  {
    var digits = DelimitedWriter(dialect: dialect)
    var texts = DelimitedWriter(dialect: dialect)
    for text in ["0", "-1,5", "12,25", "1,2345678901234567e-308"] {
      let bytes = Array(text.utf8)
      digits.append(digits: bytes.span, decimalMark: UInt8(ascii: ","))
      texts.append(bytes.span)
    }
    digits.endRecord()
    texts.endRecord()
    #expect(digits.bytes == texts.bytes)
  }

  /// A byte for which a field needs quotes is found wherever it stands.
  @Test func fieldsOfAnyLengthAreQuoted() {
    for length in 0...20 {
      let plain = Array(repeating: UInt8(ascii: "a"), count: length)
      let isQuoted = Dialect.semicolon.mustQuote(plain.span)
      #expect(!isQuoted)
      for place in plain.indices {
        for byte in Array(";\"\r\n,:".utf8) {
          var field = plain
          field[place] = byte
          let isSpecial = byte != UInt8(ascii: ",") && byte != UInt8(ascii: ":")
          let isQuoted = Dialect.semicolon.mustQuote(field.span)
          #expect(isQuoted == isSpecial)
        }
      }
    }
  }

  /// Records of several bytes at their ends, with one field and with none.
  @Test func recordsEndAsTheyShould() {
    var writer = DelimitedWriter(lineEnding: "\r\n", byteOrderMark: true)
    writer.append(text: "")
    writer.endRecord()
    writer.append(text: "a")
    writer.append(text: "")
    writer.endRecord()
    writer.endRecord()
    writer.append(number: 1)
    writer.endRecord()
    #expect(writer.bytes == [0xEF, 0xBB, 0xBF] + Array("\"\"\r\na,\r\n\r\n1\r\n".utf8))
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
