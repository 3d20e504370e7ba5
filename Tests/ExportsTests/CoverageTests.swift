import Foundation
import Testing

/// The table of traps in the documentation is the one that the corpus gives.
///
/// `RECORD_GOLDEN=1 swift test --filter CoverageTests` writes it again, and fails all the same, so
/// that nobody takes a recording for a check.
@Suite struct CoverageTests {
  private static let page = URL(fileURLWithPath: ExportCase.corpus)
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Documentation/Exports.md")

  /// Areas in the order in which a file is read, with what their exports are about.
  private static let areas = [
    ("doors", "Names, folders and packed files"),
    ("encodings", "Encodings"),
    ("dialects", "Delimiters, quotes and lines"),
    ("layout", "Titles, headers, totals and signatures"),
    ("values", "Cells"),
    ("units", "Names and codes of units"),
    ("files", "Several files for one thing"),
    ("persons", "Data of persons"),
    ("checks", "Rules of the plan"),
    ("combined", "Several traps in one file"),
  ]

  @Test func everyCaseHasAnAreaAndATrap() {
    let known = Set(Self.areas.map(\.0))
    for example in ExportCase.all {
      #expect(known.contains(example.area), "\(example)")
      #expect(example.id.hasPrefix("\(example.area)/"), "\(example)")
      #expect(!example.trap.isEmpty, "\(example)")
    }
  }

  @Test func noCaseStandsOutsideTheTable() throws {
    let listed = Set(ExportCase.all.map(\.id))
    for (area, _) in Self.areas {
      let folder = "\(ExportCase.corpus)/\(area)"
      for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
        #expect(listed.contains("\(area)/\(name)"), "\(area)/\(name) is not in cases.csv")
      }
    }
  }

  @Test func documentedTableIsCurrent() throws {
    let kept = (try? String(contentsOf: Self.page, encoding: .utf8)) ?? ""
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      try Self.text.write(to: Self.page, atomically: true, encoding: .utf8)
      Issue.record("recorded Documentation/Exports.md")
      return
    }
    #expect(kept == Self.text, "Documentation/Exports.md differs from Tests/Exports/cases.csv")
  }

  private static var text: String {
    var lines = [
      "# Traps in exports",
      "",
      "Generated from `Tests/Exports/cases.csv`; `RECORD_GOLDEN=1 swift test --filter CoverageTests`",
      "writes this page again.",
      "",
      "Each trap is an export of a few lines in `Tests/Exports/`, byte for byte as a program wrote it,",
      "with the records and findings that must come of it. Every one is read in pieces of 1 byte, in",
      "pieces of 7 bytes and whole; each time the result is the same and the rows are all accounted",
      "for. `Tests/Exports/SOURCE.md` says how the bytes were made.",
      "",
      "| area | about | exports |",
      "|---|---|---:|",
    ]
    func cases(_ area: String) -> [ExportCase] { ExportCase.all.filter { $0.area == area } }
    for (area, title) in areas {
      lines.append("| [\(area)](#\(area)) | \(title) | \(cases(area).count) |")
    }
    lines.append("| | all | \(ExportCase.all.count) |")
    for (area, title) in areas {
      lines += ["", "## \(area)", "", "\(title).", "", "| export | trap |", "|---|---|"]
      for example in cases(area) {
        let name = example.id.dropFirst(area.count + 1)
        let trap = example.trap.replacing("|", with: "\\|")
        lines.append("| [\(name)](../Tests/Exports/\(example.id)) | \(trap) |")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
