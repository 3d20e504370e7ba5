import Foundation
import Pipeline
import Synchronization
import Tables
import Testing

@Suite struct PublicationTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func publish(_ folders: [(String, [StageFile])]) throws(PublicationFailure) {
    var publication = Publication()
    for (place, files) in folders { try publication.prepare(scratch.path(place), files) }
    try publication.commit()
  }

  private func file(_ name: String, _ text: String) -> StageFile {
    StageFile(name: name, bytes: Array(text.utf8))
  }

  private var everything: [String] {
    get throws { try FileManager.default.subpathsOfDirectory(atPath: scratch.url.path).sorted() }
  }

  @Test func replacesAFolderWhole() throws {
    try publish([("out", [file("a", "1"), file("b/c", "2")])])
    try publish([("out", [file("b/c", "3")])])
    #expect(try everything == ["out", "out/b", "out/b/c"])
    #expect(try scratch.text("out/b/c") == "3")
  }

  @Test func aFileInTheWayOfAFolderStopsAll() throws {
    try scratch.write("in the way", to: "second")
    #expect(throws: PublicationFailure.cannotCreate(scratch.path("second"))) {
      try publish([("first", [file("a", "1")]), ("second/inner", [file("b", "2")])])
    }
    #expect(try everything == ["second"])
  }

  @Test func whatCannotBeWrittenPublishesNothing() throws {
    // A file and a folder of one name cannot both be written.
    #expect(throws: PublicationFailure.self) {
      try publish([("first", [file("a", "1")]), ("out", [file("a", "1"), file("a/b", "2")])])
    }
    #expect(try everything == [])
  }

  /// A descriptor tells of the files beside it, which have to be made first.
  @Test(arguments: [1, 3]) func aDescriptorIsMadeLast(_ jobs: Int) throws {
    let made = Mutex<[String]>([])
    func noting(_ name: String, isDescriptor: Bool = false) -> StageFile {
      StageFile(name: name, isDescriptor: isDescriptor) { put in
        made.withLock { $0.append(name) }
        put(Array(name.utf8))
      }
    }
    var publication = Publication()
    try publication.prepare(
      scratch.path("out"),
      [noting("a", isDescriptor: true), noting("b"), noting("c"), noting("d")],
      jobs: jobs
    )
    try publication.commit()
    #expect(made.withLock(\.self).count == 4)
    #expect(made.withLock(\.last) == "a")
    #expect(try scratch.text("out/a") == "a")
  }

  /// A file system that cannot exchange folders has a moment in which neither stands in its place.
  @Test func whatARunLeftAsideIsPutBack() throws {
    // No process has so high a number.
    try scratch.write("1", to: ".out.partial-999999999-old/a")
    Publication.restore(scratch.path("out"))
    #expect(try everything == ["out", "out/a"])
    // What stands in its place is not replaced.
    try scratch.write("2", to: ".out.partial-999999999-old/a")
    Publication.restore(scratch.path("out"))
    #expect(try scratch.text("out/a") == "1")
  }
}
