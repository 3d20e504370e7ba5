package import Diagnostics
import Tables
package import VietnameseText

/// What a run is asked for; what is nil has a default.
package struct RunRequest: Sendable {
  package var data: String?
  package var year: Int?
  package var work: String?
  package var reports: String
  package var asOf: CalendarDate?
  package var boundaries: CalendarDate?
  package var language: Language
  package var jobs: Int
  /// Encoding of files that do not show theirs.
  package var encoding: TextEncoding?
  /// Whether units of which nothing has changed are evaluated all the same.
  package var again: Bool

  package init(
    data: String? = nil,
    year: Int? = nil,
    work: String? = nil,
    reports: String = "reports",
    asOf: CalendarDate? = nil,
    boundaries: CalendarDate? = nil,
    language: Language = .vietnamese,
    jobs: Int = 1,
    encoding: TextEncoding? = nil,
    again: Bool = false
  ) {
    self.data = data
    self.year = year
    self.work = work
    self.reports = reports
    self.asOf = asOf
    self.boundaries = boundaries
    self.language = language
    self.jobs = jobs
    self.encoding = encoding
    self.again = again
  }
}

/// What a run is doing, for those who wait.
package enum RunProgress: Sendable, Equatable {
  /// Units of several that are evaluated side by side.
  case units(done: Int, of: Int)
  case reading(done: Int, of: Int, rows: Int)
  /// A stage after ingest, with the rows that were read; nil where there are none of its own.
  case stage(String, rows: Int?)
  case publishing

  /// Names of the stages in their order; the report is the last one.
  package static let stages = Stage.allCases.map(\.rawValue) + [report]
  static let report = "report"
}
