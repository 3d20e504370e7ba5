import DelimitedText
package import Diagnostics
package import VietnameseText

/// What ingest is asked to read.
package struct IngestOptions: Sendable {
  /// Folder with `<year>/<sender>/*.csv`; not looked at where the files are named one by one.
  package var dataFolder: String
  /// Unit that the plan is evaluated for; nil for the plan's own.
  package var unit: String?
  /// Year that is evaluated; files of later years are left alone.
  package var year: Int
  /// Day for which it is evaluated; nil takes the later of the due date and the last receipt.
  package var asOf: CalendarDate?
  /// Day whose boundaries units are evaluated at; nil for those of each year.
  package var boundaries: CalendarDate?
  /// How many files are read at a time.
  package var jobs: Int
  /// Bytes that the parser is given at a time; no result depends on it.
  package var chunkSize: Int
  /// What is declared of files of which nothing else is.
  package var encoding: EncodingDeclaration?
  /// Told after each file how many of how many are read.
  package var progress: (@Sendable (_ done: Int, _ total: Int, _ rows: Int) -> Void)?

  package init(
    dataFolder: String = "",
    unit: String? = nil,
    year: Int,
    asOf: CalendarDate? = nil,
    boundaries: CalendarDate? = nil,
    jobs: Int = 1,
    chunkSize: Int = defaultChunkSize,
    encoding: EncodingDeclaration? = nil,
    progress: (@Sendable (_ done: Int, _ total: Int, _ rows: Int) -> Void)? = nil
  ) {
    self.dataFolder = dataFolder
    self.unit = unit
    self.year = year
    self.asOf = asOf
    self.boundaries = boundaries
    self.jobs = jobs
    self.chunkSize = chunkSize
    self.encoding = encoding
    self.progress = progress
  }
}
