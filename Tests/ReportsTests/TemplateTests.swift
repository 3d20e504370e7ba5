import Diagnostics
import Plan
import Reports
import Testing

@Suite struct TemplateTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var template: String
    var code: String?
    var line = 1
    var testDescription: String { template }
  }

  @Test(arguments: [
    Case(template: "# {{plan.title}}\n{{sentences 1.1}}", code: nil),
    Case(template: "{{notes year.remarks}}", code: nil),
    Case(template: "a\n\n{{summmary}}", code: "template-unknown-directive", line: 3),
    Case(template: "a {{years}} {{nothing}}", code: "template-unknown-directive"),
    Case(template: "so: {{summary}}", code: "template-unknown-directive"),
    Case(template: "{{sentences 9}}", code: "template-argument"),
    Case(template: "{{sentences}}", code: "template-argument"),
    Case(template: "{{agency nobody}}", code: "template-argument"),
    Case(template: "{{agency}}", code: "template-argument"),
    Case(template: "{{notes year.checked}}", code: "template-argument"),
    Case(template: "{{summary 1}}", code: "template-argument"),
    Case(template: "\n{{summary", code: "template-unclosed", line: 2),
    Case(template: "{{}}", code: "template-unknown-directive"),
  ])
  func `faults of templates have a line`(_ example: Case) throws {
    let faults = templateFaults(try Invented.plan(template: example.template))
    #expect(faults.map(\.code) == (example.code.map { [$0] } ?? []))
    if let fault = faults.first { #expect(fault.location.line == example.line) }
  }

  @Test func `the invented plan's own template has none`() throws {
    #expect(templateFaults(try Invented.plan()).isEmpty)
  }
}
