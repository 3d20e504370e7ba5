import Foundation
import SampleData
import Testing

@Suite("Sample data", .timeLimit(.minutes(2)))
struct SampleDatasetTests {
  /// The repository, from this file's place in it.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
  static let folder = root + "/data/samples/kh166"

  static func made() throws -> SampleDataset {
    try SampleDataset(scenario: folder + "/scenario.json5", pipeline: root + "/pipelines/kh166")
  }

  @Test("What is committed is what the generator writes")
  func committedIsGenerated() throws {
    let dataset = try Self.made()
    let out = FileManager.default.temporaryDirectory.appending(path: "sample-data-\(UUID())").path
    defer { try? FileManager.default.removeItem(atPath: out) }
    try dataset.write(to: out)

    let made = try FileManager.default.subpathsOfDirectory(atPath: out).filter(Self.isFile(in: out))
    let committed = try FileManager.default.subpathsOfDirectory(atPath: Self.folder)
      .filter(Self.isFile(in: Self.folder)).filter { $0 != "scenario.json5" }
    #expect(Set(made) == Set(committed))
    for path in made {
      #expect(
        FileManager.default.contents(atPath: "\(out)/\(path)")
          == FileManager.default.contents(atPath: "\(Self.folder)/\(path)"),
        "\(path)"
      )
    }
  }

  @Test("Two runs give the same bytes")
  func repeats() throws {
    let (first, second) = (try Self.made(), try Self.made())
    #expect(first.files.map(\.path) == second.files.map(\.path))
    #expect(first.files.map(\.bytes) == second.files.map(\.bytes))
  }

  @Test("No two files have one path")
  func pathsDiffer() throws {
    let paths = try Self.made().files.map(\.path)
    #expect(Set(paths).count == paths.count)
  }

  @Test("The whole folder stays small")
  func isSmall() throws {
    let size = try Self.made().files.reduce(0) { $0 + $1.bytes.count }
    #expect(size < 3_000_000)
  }

  private static func isFile(in folder: String) -> (String) -> Bool {
    { path in
      let attributes = try? FileManager.default.attributesOfItem(atPath: "\(folder)/\(path)")
      return attributes?[.type] as? FileAttributeType == .typeRegular
    }
  }
}
