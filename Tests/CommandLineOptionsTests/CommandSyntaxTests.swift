import CommandLineOptions
import Diagnostics
import Testing

@Suite struct CommandSyntaxTests {
  static let year = OptionSyntax<Int>.year(help: LocalisedText(vi: "năm", en: "year"))
  static let out = OptionSyntax<String>.path("out", help: LocalisedText(vi: "nơi ghi", en: "out"))
  static let syntax = CommandSyntax(
    "tool work",
    summary: LocalisedText(vi: "Làm việc.", en: "Works."),
    operands: [
      OperandDeclaration(
        LocalisedText(vi: "KẾ-HOẠCH", en: "PLAN"),
        help: LocalisedText(vi: "thư mục", en: "folder")
      )
    ],
    options: [year.declaration, out.declaration, OptionSyntax<Int>.jobs.declaration]
  )

  struct Case: Sendable, CustomTestStringConvertible {
    var arguments: [String]
    var operands: [String] = []
    var year: Int?
    var out: String?
    var testDescription: String { arguments.joined(separator: " ") }
  }

  @Test(arguments: [
    Case(arguments: ["p"], operands: ["p"]),
    Case(arguments: ["p", "--year", "2024"], operands: ["p"], year: 2024),
    Case(arguments: ["--year=2024", "p"], operands: ["p"], year: 2024),
    Case(arguments: ["--out", "a=b", "p"], operands: ["p"], out: "a=b"),
    Case(arguments: ["--out=a=b", "p"], operands: ["p"], out: "a=b"),
    Case(arguments: ["--out", "-", "p"], operands: ["p"], out: "-"),
    Case(arguments: ["--", "--year"], operands: ["--year"]),
  ])
  func reads(_ example: Case) throws {
    let parsed = try #require(try Self.syntax.parse(example.arguments))
    #expect(parsed.operands == example.operands)
    #expect(try parsed.value(Self.year) == example.year)
    #expect(try parsed.value(Self.out) == example.out)
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    var arguments: [String]
    var message: String
    var testDescription: String { arguments.joined(separator: " ") }
  }

  @Test(arguments: [
    Fault(arguments: [], message: "missing PLAN"),
    Fault(arguments: ["p", "q"], message: "unexpected argument 'q'"),
    Fault(
      arguments: ["p", "--yaer", "1"],
      message: "unknown option '--yaer'; did you mean '--year'?"
    ),
    Fault(arguments: ["p", "--zzzz"], message: "unknown option '--zzzz'"),
    Fault(arguments: ["p", "-y"], message: "unknown option '-y'"),
    Fault(arguments: ["p", "--year"], message: "'--year' has no value"),
    Fault(arguments: ["p", "--year", "--jobs", "2"], message: "'--year' has no value"),
    Fault(
      arguments: ["p", "--year=2024", "--year", "2025"],
      message: "found '--year' more than once, expected it once"
    ),
    Fault(
      arguments: ["p", "--year="],
      message: "'--year': found '', expected a year of four digits"
    ),
    Fault(
      arguments: ["p", "--year", "+202"],
      message: "'--year': found '+202', expected a year of four digits"
    ),
    Fault(arguments: ["p", "--out="], message: "'--out': found '', expected the path of a folder"),
    Fault(
      arguments: ["p", "--jobs", "99999999999999999999"],
      message: "'--jobs': found '99999999999999999999', expected a number from 1 to 256"
    ),
  ])
  func refuses(_ example: Fault) {
    #expect {
      guard let parsed = try Self.syntax.parse(example.arguments) else { return }
      _ = try parsed.value(Self.year)
      _ = try parsed.value(Self.out)
      _ = try parsed.value(OptionSyntax<Int>.jobs)
    } throws: { error in
      (error as? UsageFault)?.message.english == example.message
    }
  }

  @Test(arguments: [["--help"], ["p", "-h"], ["--wrong", "--help"]])
  func helpComesFirst(_ arguments: [String]) throws {
    #expect(try Self.syntax.parse(arguments) == nil)
  }

  @Test(arguments: Language.allCases)
  func helpBreaksTheUsageBetweenOptions(_ language: Language) {
    let many = (1...9).map { number in
      OptionSyntax<String>.path("option-\(number)", help: LocalisedText(vi: "nơi", en: "place"))
        .declaration
    }
    let help = CommandSyntax(
      "tool",
      summary: LocalisedText(vi: "Làm.", en: "Works."),
      options: many
    )
    .help(in: language)
    let usage = help.split(separator: "\n").dropFirst().prefix { !$0.hasPrefix("  --") }
    #expect(usage.count > 1)
    #expect(usage.allSatisfy { $0.count <= 80 && $0.hasSuffix("]") })
    #expect(usage.joined().count { $0 == "[" } == many.count)
  }

  @Test func languageIsFoundInWrongArgumentsToo() {
    #expect(language(in: ["--wrong", "--lang", "en"]) == .english)
    #expect(language(in: ["--lang=en"]) == .english)
    #expect(language(in: ["--lang"]) == .vietnamese)
  }

  @Test(arguments: [
    ("rnu", "run"), ("chek", "check"), ("templates", "template"), ("explode", nil),
  ])
  func suggests(_ typed: String, _ expected: String?) {
    #expect(nearest(to: typed, among: ["run", "check", "template"]) == expected)
  }
}
