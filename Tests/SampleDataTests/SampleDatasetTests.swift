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

  @Test(
    "The year on old and new units is what the generator writes, beside links to the other years"
  )
  func mixedIsGenerated() throws {
    let dataset = try SampleDataset(
      scenario: Self.folder + "/scenario.json5",
      pipeline: Self.root + "/pipelines/kh166",
      isMixed: true
    )
    let folder = Self.folder + "-mixed"
    let manager = FileManager.default
    let committed = try manager.subpathsOfDirectory(atPath: folder).filter(Self.isFile(in: folder))
      .filter { $0.hasPrefix("2025/") || !$0.contains("/") }
    let links = dataset.links.map(\.path)
    #expect(Set(dataset.files.map(\.path)) == Set(committed).subtracting(links))
    for file in dataset.files {
      #expect(
        manager.contents(atPath: "\(folder)/\(file.path)") == Data(file.bytes),
        "\(file.path)"
      )
    }
    #expect(links == ["2020", "2021", "2022", "2023", "2024"])
    for link in dataset.links {
      let target = try manager.destinationOfSymbolicLink(atPath: "\(folder)/\(link.path)")
      #expect(target == link.target)
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
