import Diagnostics
import Foundation
import Plan
import Testing

@Suite(.timeLimit(.minutes(2))) struct TemplateTests {
  @Test func writesEveryFormOnce() throws {
    let scratch = try Scratch()
    let arguments = ["template", SampleRun.pipeline, "--out", scratch.path("forms"), "--year=2024"]
    let result = try Tool.run("chitieu", arguments)
    #expect(result.status == 0, "\(result.errors)")
    let plan = try SampleRun.plan()
    let files = try scratch.files("forms")
    #expect(files.count == plan.forms.count + 1)
    let guide = try scratch.text("forms/HUONG-DAN.md")
    for form in plan.forms {
      let bytes = try #require(files["\(form.name).csv"])
      #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
      let lines = String(decoding: bytes.dropFirst(3), as: UTF8.self).split(separator: "\r\n")
      #expect(lines.first?.contains(form.fields[0].title.vietnamese) == true)
      let rows =
        form.kind == .register ? 0 : form.covers == .members ? plan.members(in: 2024).count : 1
      #expect(lines.count == rows + 1, "\(form.name)")
      #expect(guide.contains(form.title.vietnamese))
    }
    // What a sender may have filled in stays.
    let again = try Tool.run("chitieu", arguments)
    #expect(again.status == 73)
    #expect(try scratch.files("forms") == files)
  }

  @Test func anUnknownFormIsRefused() throws {
    let scratch = try Scratch()
    let result = try Tool.run(
      "chitieu",
      ["template", SampleRun.pipeline, "--form", "nothing", "--out", scratch.path("forms")]
    )
    #expect(result.status == 64)
    #expect(!scratch.exists("forms"))
  }
}
