import Diagnostics
import Foundation
import Plan
import SampleDistricts
import Tables
import Testing

@testable import Packages

@Suite struct FactsPackageTests {
  private static let plan = Result { try SampleDistrict.samplePlan() }

  private func plan() throws -> Plan { try Self.plan.get() }

  private func package(
    _ code: String,
    year: Int = 2024,
    seed: UInt64 = 7
  ) throws -> FactsPackage {
    let district = try #require(SampleDistrict(code, of: try plan(), year: year, seed: seed))
    return FactsPackage(district.plan, try district.settings, district.join)
  }

  private func merged(_ parts: [FactsPackage]) throws -> FactsPackage {
    try FactsPackage(
      merging: parts.enumerated().map { ("part-\($0)", $1) },
      of: try plan()
    )
  }

  @Test func `facts come as their places do, of which no list is made`() {
    var facts: [FactRow] = []
    for element in ["a", "b", "á"] {
      for unit in ["1", "10", "đ"] {
        for year in [999, 2020, 2021, 12_021] {
          for category in ["", FactRow.total, "z"] {
            facts.append(
              FactRow(
                element: element,
                unit: unit,
                year: year,
                category: category,
                text: "",
                isPartial: false,
                sources: []
              )
            )
          }
        }
      }
    }
    for fact in facts {
      for other in facts {
        let isBefore = HandedFact.place(of: fact)
          .lexicographicallyPrecedes(HandedFact.place(of: other))
        #expect(HandedFact.comes(fact, before: other) == isBefore)
      }
    }
  }

  @Test func `merging in any order and nesting gives the same bytes`() throws {
    let (a, b, c) = (
      try package("ZA", seed: 1), try package("ZB", seed: 2), try package("ZC", seed: 3)
    )
    let expected = try merged([a, b, c]).written(of: try plan())
    for order in [[a, c, b], [b, a, c], [b, c, a], [c, a, b], [c, b, a]] {
      #expect(try merged(order).written(of: try plan()) == expected)
    }
    for nested in [
      [try merged([a, b]), c], [a, try merged([b, c])], [b, try merged([c, a])],
      [try merged([try merged([c]), b]), a],
    ] {
      #expect(try merged(nested).written(of: try plan()) == expected)
    }
    // Each part is in the whole as it was.
    #expect(try merged([a]).units == a.units && expected != a.written(of: try plan()))
  }

  @Test func `facts come piece by piece, and their digest is that of the whole`() throws {
    var package = try merged([try package("ZA"), try package("ZB")])
    let one = try #require(package.units[0].facts.first)
    package.units[0].facts = (0..<3_000).map { place in
      var fact = one
      fact.category = String(10_000 + place)
      return fact
    }
    let rows = package.units.flatMap { unit in
      unit.facts.map { HandedFact(planUnit: unit.unit, row: $0) }
    }
    let files = package.written(of: try plan())
    let facts = try #require(files.first { $0.name == "facts.csv" })
    var pieces: [[UInt8]] = []
    facts.eachPiece { pieces.append($0) }
    #expect(pieces.count > 4 && Array(pieces.joined()) == write(rows))
    // Known from having been written, or worked out because it has not been.
    for name in ["handed_up.csv", "datapackage.json"] {
      let before = package.written(of: try plan()).first { $0.name == name }
      #expect(files.first { $0.name == name } == before)
    }
    package.units = []
    let empty = try #require(package.written(of: try plan()).first { $0.name == "facts.csv" })
    #expect(empty.bytes == write([HandedFact]()))
  }

  @Test func `facts in few bytes are the same package`() throws {
    let whole = try merged([try package("ZB"), try package("ZA")])
    #expect(whole.coded == whole)
    #expect(whole.coded.written(of: try plan()) == whole.written(of: try plan()))
    #expect(try merged([whole.coded]) == whole)
    #expect(whole.coded.units.map(\.join.facts) == whole.units.map(\.join.facts))
  }

  @Test func `what is written is read again`() throws {
    let whole = try merged([try package("ZB"), try package("ZA")])
    let folder = try PackageOnDisk(whole, of: try plan())
    #expect(try FactsPackage(reading: folder.path) == whole)
  }

  @Test func `it carries no sources and says that it is not for publication`() throws {
    let files = try package("ZA").written(of: try plan())
    let facts = try #require(files.first { $0.name == "facts.csv" })
    let text = String(decoding: facts.bytes, as: UTF8.self)
    #expect(text.hasPrefix("plan_unit,element,unit,year,category,value,text,missing,is_partial\n"))
    #expect(!text.contains("1:"))
    let descriptor = try #require(files.first { $0.name == "datapackage.json" })
    let json = String(decoding: descriptor.bytes, as: UTF8.self)
    #expect(json.contains("NOT FOR PUBLICATION") && json.contains("KHÔNG CÔNG BỐ"))
  }

  @Test func `a unit that comes twice is refused, also through other packages`() throws {
    let (a, b) = (try package("ZA"), try package("ZB"))
    let expected = PackageFailure.twice(unit: "ZA", first: "part-0", second: "part-1")
    #expect(throws: expected) { try merged([a, a]) }
    #expect(throws: expected) { try merged([a, try package("ZA", seed: 99)]) }
    #expect(throws: expected) { try merged([try merged([a, b]), a]) }
    #expect(throws: expected) { try merged([a, try merged([b, a])]) }
    #expect(
      expected.message.english
        == "unit ZA comes twice: in 'part-0' and in 'part-1'; keep one of them"
    )
  }

  @Test func `another plan, version or year is refused`() throws {
    let a = try package("ZA")
    var other = try package("ZB")
    other.plan = "roads"
    #expect(throws: PackageFailure.otherPlan("part-1", found: "roads", expected: "school-gardens"))
    {
      try merged([a, other])
    }
    let later = try package("ZB", year: 2025)
    #expect(throws: PackageFailure.otherYear("part-1", found: 2025, expected: 2024)) {
      try merged([a, later])
    }
    var newer = try package("ZB")
    let place = try #require(newer.files.firstIndex { $0.path == "indicators.json5" })
    let digest = newer.files[place].sha256
    newer.files[place].sha256 = "0"
    let changed = PackageFailure.otherPlanFile(
      "part-0",
      file: "indicators.json5",
      found: "0",
      expected: digest
    )
    #expect(throws: changed) { try merged([newer, a]) }
    newer.files.remove(at: place)
    let absent = PackageFailure.otherPlanFile(
      "part-0",
      file: "indicators.json5",
      found: nil,
      expected: digest
    )
    #expect(throws: absent) { try merged([newer, a]) }
  }

  @Test func `facts of others than the unit and its members are refused`() throws {
    var a = try package("ZA")
    a.units[0].facts[0].unit = "ZB1"
    #expect(throws: PackageFailure.self) { try merged([a]) }
    a = try package("ZA")
    a.units[0].facts[0].year = 2025
    #expect(throws: PackageFailure.self) { try merged([a]) }
    a = try package("ZA")
    a.units[0].facts[0].element = "office_gardens.nothing"
    #expect(throws: PackageFailure.self) { try merged([a]) }
    for code in ["ZA1", "Z", "X"] {
      a = try package("ZA")
      a.units[0].unit = code
      #expect(throws: PackageFailure.unknownUnit("part-0", unit: code, year: 2024)) {
        try merged([a])
      }
    }
  }

  @Test(arguments: ["facts", "reporting", "overlaps", "handed_up", "plan_files", "run"])
  func `a table that was changed by hand is refused`(_ table: String) throws {
    let folder = try PackageOnDisk(try package("ZA"), of: try plan())
    let text = try folder.text("\(table).csv")
    try folder.write(
      text.replacing("ZA", with: "ZB").replacing("2024", with: "2025") + "\n",
      to: "\(table).csv"
    )
    let failure = #expect(throws: PackageFailure.self) { try FactsPackage(reading: folder.path) }
    guard case .changed(let file, _, _) = failure else {
      Issue.record("found \(String(describing: failure))")
      return
    }
    #expect(file == "\(folder.path)/\(table).csv")
    try folder.remove("\(table).csv")
    let missing = #expect(throws: PackageFailure.self) { try FactsPackage(reading: folder.path) }
    #expect(missing?.status == .noInput)
  }

  @Test func `a change with the digest changed too is found by that of the unit`() throws {
    var package = try package("ZA")
    let digest = package.units[0].digest
    package.units[0].facts[0].value = FixedDecimal(77)
    let folder = try PackageOnDisk(package, of: try plan())
    let changed = package.units[0].digest
    let handed = try folder.text("handed_up.csv").replacing(changed, with: digest)
    try folder.write(handed, to: "handed_up.csv")
    let json = try folder.text("datapackage.json")
    let before = PackageOnDisk.digest(
      of: try #require(package.written(of: try plan()).first { $0.name == "handed_up.csv" }).bytes
    )
    try folder.write(
      json.replacing(before, with: PackageOnDisk.digest(of: Array(handed.utf8))),
      to: "datapackage.json"
    )
    let expected = PackageFailure.changed(
      file: "\(folder.path)/handed_up.csv",
      found: "ZA",
      expected: LocalisedText(vi: "dữ kiện như đã nộp", en: "the facts as they were handed up")
    )
    #expect(throws: expected) { try FactsPackage(reading: folder.path) }
  }

  /// Facts are looked for in each year up to the package's.
  @Test(arguments: [1_899, 2_201, 9_999_999_999, -1])
  func `a year that no plan has is refused`(_ year: Int) throws {
    var package = try package("ZA")
    package.year = year
    let folder = try PackageOnDisk(package, of: try plan())
    let failure = #expect(throws: PackageFailure.self) { try FactsPackage(reading: folder.path) }
    guard case .changed(_, let found, _) = failure else {
      Issue.record("found \(String(describing: failure))")
      return
    }
    #expect(found == String(year))
  }

  @Test func `a fact of a year of ten digits is told by its place`() throws {
    let package = try package("ZA")
    let folder = try PackageOnDisk(package, of: try plan())
    let facts = try folder.text("facts.csv")
    let changed = facts.replacing(",2024,", with: ",9999999999,", maxReplacements: 1)
    try folder.write(changed, to: "facts.csv")
    let json = try folder.text("datapackage.json")
    try folder.write(
      json.replacing(
        PackageOnDisk.digest(of: Array(facts.utf8)),
        with: PackageOnDisk.digest(of: Array(changed.utf8))
      ),
      to: "datapackage.json"
    )
    let failure = #expect(throws: PackageFailure.self) { try FactsPackage(reading: folder.path) }
    let text = failure.map { "\($0)" } ?? ""
    #expect(changed != facts && text.contains("9999999999") && text.contains("9 digits"))
  }

  @Test func `another format and what is no package are refused`() throws {
    let folder = try PackageOnDisk(try package("ZA"), of: try plan())
    let path = "\(folder.path)/datapackage.json"
    let json = try folder.text("datapackage.json")
    try folder.write(
      json.replacing("\"factsPackage\" : 1", with: "\"factsPackage\" : 2"),
      to: "datapackage.json"
    )
    #expect(throws: PackageFailure.newerFormat(path, found: 2, expected: 1)) {
      try FactsPackage(reading: folder.path)
    }
    for text in ["", "{}", "[1]", "{\"factsPackage\": 1}", "{\"factsPackage\": 1e99}"] {
      try folder.write(text, to: "datapackage.json")
      #expect(throws: PackageFailure.self) { try FactsPackage(reading: folder.path) }
    }
    try folder.remove("datapackage.json")
    #expect(throws: PackageFailure.noPackage(folder.path)) {
      try FactsPackage(reading: folder.path)
    }
  }
}
