import DelimitedText
import Testing

struct RepairCase: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var line: String
  /// Fields of the line; nil where it stays broken.
  var fields: [String]?
}

let repairCases = [
  RepairCase(
    testDescription: "quotes in a name",
    line: "1;Quán \"Sao\";2",
    fields: ["1", "Quán \"Sao\"", "2"]
  ),
  RepairCase(
    testDescription: "text after quotes",
    line: "1;\"Sao\" quán;2",
    fields: ["1", "\"Sao\" quán", "2"]
  ),
  RepairCase(
    testDescription: "blank before quotes",
    line: "1; \"a;b\";2",
    fields: ["1", "a;b", "2"]
  ),
  RepairCase(
    testDescription: "blank after quotes",
    line: "\"1\" ;\"a\"\t;2",
    fields: ["1", "a", "2"]
  ),
  RepairCase(testDescription: "inches", line: "1;tivi 32\";2", fields: ["1", "tivi 32\"", "2"]),
  RepairCase(
    testDescription: "inner quotes not doubled",
    line: "1;\"a \"b\" c\";2",
    fields: ["1", "a \"b\" c", "2"]
  ),
  RepairCase(
    testDescription: "doubled quotes",
    line: "1; \"a \"\"b\"\"\";2",
    fields: ["1", "a \"b\"", "2"]
  ),
  RepairCase(testDescription: "too few fields", line: "1;Quán \"Sao\"", fields: nil),
  RepairCase(testDescription: "too many fields", line: "1;Quán \"Sao; Mai\";2", fields: nil),
  RepairCase(testDescription: "never closed", line: "1;\"a;2", fields: nil),
]

@Suite struct RepairTests {
  @Test(arguments: repairCases)
  func `a line is read where its fields are as many as the others`(_ example: RepairCase) {
    let bytes = Array("x;y;z\n\(example.line)\n3;4;5\n".utf8)
    let parsed = parse(bytes, dialect: .semicolon)
    let result = parsed.repaired(.semicolon)
    let reading = Reading(result)
    #expect(reading.lines == [1, 2, 3])
    #expect(reading.records[1] == example.fields ?? [example.line])
    #expect(reading.records[0] == ["x", "y", "z"] && reading.records[2] == ["3", "4", "5"])
    #expect(result.repairs == (example.fields == nil ? [] : parsed.faults))
    #expect(result.faults == (example.fields == nil ? parsed.faults : []))
    #expect(reading.faulty == (example.fields == nil ? [1] : []))
  }

  @Test func `whole files stay as they are`() {
    let parsed = parse(Array("a;b\n\"c\nd\";e\n".utf8), dialect: .semicolon)
    #expect(Reading(parsed.repaired(.semicolon)) == Reading(parsed))
  }
}
