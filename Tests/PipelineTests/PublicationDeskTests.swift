import Foundation
import Tables
import Testing

@testable import Pipeline

/// Folders that are written while a run goes on: all of them stand at the end, or none.
@Suite(.timeLimit(.minutes(1))) struct PublicationDeskTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func file(_ name: String, _ text: String) -> StageFile {
    StageFile(name: name, bytes: Array(text.utf8))
  }

  private var everything: [String] {
    get throws { try FileManager.default.subpathsOfDirectory(atPath: scratch.url.path).sorted() }
  }

  @Test(arguments: [1, 2, 8]) func allStandAtTheEnd(_ jobs: Int) throws {
    let desk = PublicationDesk(reading: [], jobs: jobs)
    for name in ["a", "b", "c"] {
      let path = scratch.path(name)
      desk.add(path) { [file("t.csv", name), file("in/u.csv", name)] }
    }
    desk.wait()
    #expect(!FileManager.default.fileExists(atPath: scratch.path("a")))
    try desk.commit()
    #expect(
      try everything
        == ["a", "b", "c"].flatMap { [$0, "\($0)/in", "\($0)/in/u.csv", "\($0)/t.csv"] }
    )
    #expect(try scratch.text("b/in/u.csv") == "b")
  }

  @Test(arguments: [1, 2]) func oneThatCannotBeWrittenLeavesNothing(_ jobs: Int) throws {
    let failing = PublicationDesk(reading: [], jobs: jobs)
    failing.add(scratch.path("first")) { [file("t.csv", "1")] }
    // A file and a folder of one name cannot both be written.
    failing.add(scratch.path("second")) { [file("a", "1"), file("a/b", "2")] }
    failing.add(scratch.path("third")) { [file("t.csv", "3")] }
    #expect(throws: PublicationFailure.self) { try failing.commit() }
    #expect(try everything == [])
  }

  @Test func whatIsOfOthersIsNotReplaced() throws {
    try scratch.write("mine", to: "second/notes.txt")
    let desk = PublicationDesk(reading: [], jobs: 2)
    #expect(throws: PublicationFailure.foreign(scratch.path("second"), "notes.txt")) {
      try desk.check([(scratch.path("first"), .stage), (scratch.path("second"), .stage)])
    }
    #expect(try everything == ["second", "second/notes.txt"])
  }

  /// A plan that no longer has sheets of its units replaces what it published with them.
  @Test func sheetsOfEarlierPublicationsAreNoOtherPeoples() throws {
    try scratch.write("sheet", to: "reports/xa/1.md")
    try scratch.write("sheet", to: "reports/don-vi/1.md")
    try scratch.write("list", to: "reports/tra-lai/1.md")
    try publish([(scratch.path("reports"), [file("bao-cao.md", "new")])], reading: [])
    #expect(try everything == ["reports", "reports/bao-cao.md"])
  }

  @Test(arguments: ["xa/x.docx", "tables/x.xlsx", "mine.csv", "xa/in/1.md", "tables/f.csv/x"])
  func whatLiesDeeperIsNotReplaced(_ name: String) throws {
    try scratch.write("report", to: "reports/bao-cao.md")
    try scratch.write("mine", to: "reports/\(name)")
    #expect(throws: PipelineFailure.self) {
      try publish([(scratch.path("reports"), [file("bao-cao.md", "new")])], reading: [])
    }
    #expect(try scratch.text("reports/\(name)") == "mine")
    #expect(try scratch.text("reports/bao-cao.md") == "report")
  }

  /// `..` after a link leads up from where the link leads.
  @Test func linksAreFollowedBeforeDots() throws {
    try scratch.write("x", to: "data/in/x")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("link"),
      withDestinationPath: scratch.path("data/in")
    )
    let desk = PublicationDesk(reading: [scratch.path("data")], jobs: 1)
    #expect(throws: PublicationFailure.self) {
      try desk.check([(scratch.path("link/../out"), .stage)])
    }
    try desk.check([(scratch.path("data/in/../../out"), .stage)])
  }

  /// A run asks between its stages, so that it does not work for a disk that is full.
  @Test func failuresAreToldBeforeTheEnd() throws {
    let desk = PublicationDesk(reading: [], jobs: 1)
    try desk.stopIfFailed()
    desk.add(scratch.path("out")) { [file("a", "1"), file("a/b", "2")] }
    #expect(throws: PublicationFailure.self) { try desk.stopIfFailed() }
  }

  /// A run that stops for another reason never commits.
  @Test func whatIsNotCommittedIsRemoved() throws {
    do {
      let desk = PublicationDesk(reading: [], jobs: 2)
      desk.add(scratch.path("first")) { [file("t.csv", "1")] }
      desk.wait()
    }
    #expect(try everything == [])
  }

  @Test func placesAreCheckedBeforeWork() throws {
    let desk = PublicationDesk(reading: [scratch.path("data")], jobs: 2)
    #expect(throws: PublicationFailure.self) {
      try desk.check([(scratch.path("out"), .stage), (scratch.path("data/out"), .stage)])
    }
    #expect(throws: PublicationFailure.self) {
      try desk.check([(scratch.path("out"), .stage), (scratch.path("out/in"), .stage)])
    }
    try desk.check([(scratch.path("out"), .stage), (scratch.path("other"), .stage)])
  }
}
