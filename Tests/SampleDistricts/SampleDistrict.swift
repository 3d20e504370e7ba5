import Diagnostics
import Foundation
package import Plan
package import Tables

/// A district of the invented province in `pipelines/school-gardens`, with facts made up by chance.
package struct SampleDistrict: Sendable {
  /// The plan for the district.
  package let plan: Plan
  package let year: Int
  package var facts: [FactRow] = []

  /// The plan of the invented province.
  package static func samplePlan() throws -> Plan {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "pipelines/school-gardens").path
    return try loadPlan(folder).plan
  }

  /// - Parameters:
  ///   - code: Code of the district.
  ///   - plan: The plan.
  ///   - year: Year that it evaluates.
  ///   - seed: The same seed gives the same facts.
  ///   - gaps: Whether some facts are missing, partial or no case.
  package init?(_ code: String, of plan: Plan, year: Int, seed: UInt64, gaps: Bool = true) {
    guard let own = plan.evaluated(for: code, in: year) else { return nil }
    self.plan = own
    self.year = year
    var chance = Chance(state: seed)
    for element in own.elements {
      let isOfPlan = own.form(element.form)?.covers == .plan
      for unit in isOfPlan ? [code] : own.members(in: year).map(\.code) {
        for year in own.years.base...year {
          facts.append(Self.fact(element, unit, year, gaps, &chance))
        }
      }
    }
  }

  private static func fact(
    _ element: DataElement,
    _ unit: String,
    _ year: Int,
    _ gaps: Bool,
    _ chance: inout Chance
  ) -> FactRow {
    let roll = gaps ? chance.below(12) : 11
    let missing: MissingReason? =
      switch roll {
      case 0: .notReported
      case 1: .noCase
      case 2: .notApplicable
      default: nil
      }
    let value = chance.below(element.kind == .flag ? 2 : 12)
    return FactRow(
      element: element.id,
      unit: unit,
      year: year,
      category: FactRow.total,
      value: missing == nil ? FixedDecimal(value) : nil,
      text: "",
      missing: missing,
      isPartial: missing == nil && roll == 3,
      sources: [SourceRow(file: 1, line: Int(roll) + 2)]
    )
  }

  package var settings: RunSettings {
    get throws {
      let text = LocalisedText(vi: "số giả định", en: "synthetic")
      guard let day = CalendarDate(year: year, month: 12, day: 15) else { throw NoSuchDay() }
      return RunSettings(
        plan: plan.id,
        unit: plan.unit,
        year: year,
        asOf: day,
        datasetTitle: text,
        isSynthetic: true,
        notice: text
      )
    }
  }

  package var join: JoinTables {
    JoinTables(facts: facts, reporting: reporting, conflicts: [], findings: [])
  }

  /// All forms came, the first of each sender late.
  private var reporting: [ReportingRow] {
    plan.forms.flatMap { form in
      plan.senders(of: form, in: year).enumerated().map { index, sender in
        ReportingRow(
          form: form.name,
          sender: sender,
          year: year,
          status: index == 0 ? .late : .onTime,
          files: 1,
          rows: 1,
          unitsExpected: 1,
          unitsReported: 1
        )
      }
    }
  }

  private struct NoSuchDay: Error {}
}

/// Numbers by chance, the same on every machine.
package struct Chance {
  package var state: UInt64

  package init(state: UInt64) { self.state = state }

  package mutating func below(_ bound: UInt64) -> Int64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int64((state >> 33) % bound)
  }
}
