package import Tables

/// The tables of a run that explain its numbers.
package struct ExplainedTables: Sendable {
  package var ingest: IngestTables
  package var clean: CleanTables
  package var join: JoinTables
  package var indicators: IndicatorTables
  /// What stood in the rows that were sent.
  package var sent: SentRecords

  package init(
    ingest: IngestTables,
    clean: CleanTables,
    join: JoinTables,
    indicators: IndicatorTables,
    sent: SentRecords
  ) {
    self.ingest = ingest
    self.clean = clean
    self.join = join
    self.indicators = indicators
    self.sent = sent
  }
}
