package import Diagnostics

/// A plan as its folder describes it: everything that is particular to one plan.
package struct Plan: Sendable {
  /// Path of the folder.
  package var folder: String
  package var id: String
  package var title: LocalisedText
  package var document: PlanDocument
  package var years: PlanYears
  /// Code of the org unit that the plan belongs to.
  package var unit: String
  /// Level of the units below it that are evaluated.
  package var memberLevel: String
  /// What lies between, where the plan is evaluated for a unit above those that it was made for.
  package var rollUp: RollUp?
  package var orgUnits: OrgUnits
  package var unitChanges: [UnitChange]
  /// Whether estimated shares of split units may be used for counts.
  package var usesEstimatedShares: Bool
  /// Default folder of the data, if the plan names one.
  package var dataFolder: String?
  package var due: MonthDay
  package var senders: [Sender]
  package var clauses: [Clause]
  package var words: PlanWords
  /// Accepted prefixes of unit names by kind of unit.
  package var unitPrefixes: [String: [String]]
  package var disclosure: Disclosure
  /// Groups of like units, which are also compared among themselves; none where the plan names none.
  package var groups: [UnitGroup] = []
  /// Whether each unit gets a sheet of its own with its figures.
  package var hasUnitSheets = true
  /// Whether a run leaves the rows that were sent, and what they were read as, in its workspace.
  package var hasRecordTables = true
  package var forms: [Form]
  package var elements: [DataElement]
  package var indicators: [Indicator]
  package var targets: [Target]
  package var rules: [ValidationRule]
  package var checks: [OutlierCheck]
  package var sheets: [ScoringSheet]
  package var measures: [SharedMeasure] = []
  /// Report templates by language.
  package var templates: [Language: String]
  /// Paths of the files that it was read from, report templates aside, in the folder; by name.
  package var files: [String] = []

  package func form(_ name: String) -> Form? { forms.first { $0.name == name } }
  package func element(_ id: String) -> DataElement? { elements.first { $0.id == id } }
  package func indicator(_ id: String) -> Indicator? { indicators.first { $0.id == id } }
  package func sender(_ id: String) -> Sender? { senders.first { $0.id == id } }
}

/// Where the plan is written down.
package struct PlanDocument: Sendable {
  package var number: String
  package var date: CalendarDate?
  package var issuer: LocalisedText
  package var place: LocalisedText
}

/// The plan's years; the base year comes before the first.
package struct PlanYears: Hashable, Sendable {
  package var base: Int
  package var first: Int
  package var last: Int
  /// Years that a plan, and a run of it, can be of: what is worked out year by year has to end.
  package static let possible = 1900...2200

  /// What a message says is expected where another year is found.
  package static var expected: LocalisedText {
    LocalisedText(
      vi: "một năm từ \(possible.lowerBound) đến \(possible.upperBound)",
      en: "a year from \(possible.lowerBound) to \(possible.upperBound)"
    )
  }

  /// Base year and plan years.
  package var all: ClosedRange<Int> { base...max(base, last) }
}

/// A day of any year.
package struct MonthDay: Hashable, Sendable {
  package var month: Int
  package var day: Int
}

/// Who sends files: an agency, or each unit of a level.
package struct Sender: Sendable {
  package var id: String
  package var title: LocalisedText
  package var short: LocalisedText
  /// Level whose units are senders of their own; nil for an agency.
  package var eachLevel: String?
  package var clause: String
  package var duty: LocalisedText
}

/// A clause of the plan and who answers for it.
package struct Clause: Sendable {
  package var id: String
  package var title: LocalisedText
  package var responsible: [String]
  /// Why no figure can measure it; nil where indicators do.
  package var unmeasured: LocalisedText?
}

/// Spellings that the plan accepts beside the built-in ones.
package struct PlanWords: Sendable {
  package var none: [String] = []
  package var notReported: [String] = []
  package var notApplicable: [String] = []
  package var yes: [String] = []
  package var no: [String] = []
  /// "The same as above".
  package var ditto: [String] = []
  package var total: [String] = []
  package var group: [String] = []
  package var signature: [String] = []
  package var long = LongHeaders()
}

/// Headers of files with one figure a row, beside those of DHIS2.
package struct LongHeaders: Sendable {
  package var unit: [String] = []
  package var element: [String] = []
  package var period: [String] = []
  package var value: [String] = []
}

/// Units that are like each other, as the plan sees them.
package struct UnitGroup: Sendable {
  package var id: String
  package var title: LocalisedText
  /// Kinds of unit, as the table of units names them.
  package var kinds: Set<String>

  package init(id: String, title: LocalisedText, kinds: Set<String>) {
    self.id = id
    self.title = title
    self.kinds = kinds
  }
}

/// When counts of persons are too small to be published.
package struct Disclosure: Sendable {
  /// Sensitive counts from 1 to one below this are not published for a unit.
  package var smallest: Int
  /// Least width of the range in which a reader could place a hidden count.
  package var width: Int
  package var source: LocalisedText
}
