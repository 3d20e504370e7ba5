import Diagnostics
import Plan
import Reports
import Testing

/// Forms whose records the reports still need when the figures have been made.
@Suite struct QuotedFormsTests {
  @Test func formsOfRegistersAndNotesAreQuoted() throws {
    var plan = try Invented.plan()
    plan.templates = [.vietnamese: "# A\n\n{{targets}}\n\n{{summary}}\n"]
    #expect(plan.quotedForms == [])
    let (form, field) = try #require(
      plan.forms.lazy.compactMap { form in
        form.fields.first { $0.type == .string }.map { (form.name, $0.name) }
      }.first
    )
    plan.templates[.english] = "{{notes \(form).\(field)}}\n"
    #expect(plan.quotedForms == [form])
    plan.templates[.english] = "{{notes \(form).nothing}}\n{{register other}}\n"
    #expect(plan.quotedForms == ["other"])
    plan.templates[.english] = "In a line {{register other}}.\n"
    #expect(plan.quotedForms == [])
  }
}
