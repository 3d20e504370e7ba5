import Foundation
import Testing

@Suite(.timeLimit(.minutes(5))) struct CheckTests {
  @Test(arguments: ["kh166", "national", "published"])
  func thePlansAreClean(_ plan: String) throws {
    let result = try Tool.run("chitieu", ["check", "pipelines/\(plan)"])
    #expect(result.status == 0, "\(result.output)")
  }

  @Test func aWrongPlanGetsFileLineAndExpectation() throws {
    let scratch = try Scratch()
    let source = Tool.root.appending(path: SampleRun.pipeline)
    let folder = scratch.path("pipelines/plan")
    try FileManager.default.createDirectory(
      atPath: scratch.path("pipelines"),
      withIntermediateDirectories: true
    )
    try FileManager.default.copyItem(atPath: source.path, toPath: folder)
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("data"),
      withDestinationPath: Tool.root.appending(path: "data").path
    )
    try scratch.write("[{ id: 'X', indicator: 'no-such' }]", to: "pipelines/plan/targets.json5")
    let result = try Tool.run("chitieu", ["check", folder, "--lang", "en"])
    #expect(result.status == 1)
    #expect(result.output.contains("\(folder)/targets.json5:1:"))
    #expect(result.output.contains("found 'no-such', expected"))
  }

  @Test func aGoodFileIsRecognisedFromItsPath() throws {
    let result = try Tool.run("chitieu", ["check", SampleRun.pipeline, try good(), "--lang", "en"])
    #expect(result.output.contains("  Year    \(SampleRun.year)\n"), "\(result.output)")
    #expect(result.output.contains("header on line"))
    #expect(result.status == 0 || result.status == 1)
  }

  @Test func aFileElsewhereIsRecognisedFromItsContent() throws {
    let scratch = try Scratch()
    let file = URL(filePath: try good())
    try scratch.write(try Data(contentsOf: file), to: "mail.csv")
    let sender = file.deletingLastPathComponent().lastPathComponent
    let result = try Tool.run(
      "chitieu",
      ["check", SampleRun.pipeline, scratch.path("mail.csv"), "--lang", "en"]
    )
    #expect(result.output.contains(" (\(sender))\n"), "\(result.output)\(result.errors)")
    #expect(result.output.contains("  Year    \(SampleRun.year)\n"))
  }

  @Test func anUnusableFileFailsTheCheck() throws {
    let scratch = try Scratch()
    try scratch.write("a;b\n1;2\n", to: "2025/ldtbxh/odd.csv")
    let result = try Tool.run(
      "chitieu",
      ["check", SampleRun.pipeline, scratch.path("2025/ldtbxh/odd.csv"), "--lang", "en"]
    )
    #expect(result.status == 1)
    #expect(result.output.contains("odd.csv: CANNOT BE USED: 1 error"))
    #expect(result.output.contains("ERROR: Form not recognised"))
    #expect(result.output.contains("[unknown-form]"))
  }

  @Test func aFileThatIsNotThere() throws {
    let result = try Tool.run("chitieu", ["check", SampleRun.pipeline, "no-such.csv"])
    #expect(result.status == 66)
    #expect(result.errors.contains("no-such.csv"))
  }

  /// A file of the samples, from the first sender by name.
  private func good() throws -> String {
    let data = "\(try SampleRun.data())/\(SampleRun.year)"
    let manager = FileManager.default
    let sender = try #require(try manager.contentsOfDirectory(atPath: data).min())
    let file = try #require(try manager.contentsOfDirectory(atPath: "\(data)/\(sender)").min())
    return "\(data)/\(sender)/\(file)"
  }
}
