internal import DelimitedText
internal import Plan
internal import Tables

/// A row of a published table that holds one figure, or one unit's years of it, by which `chitieu
/// explain` finds it.
///
/// Rows about files and what was found in them name the file and line themselves and have no key.
protocol KeyedRow: TableRow {
  /// The figure; `years` are those that the run evaluates.
  func figure(in years: ClosedRange<Int>) -> FigureKey.Figure
}

extension IndicatorRow: KeyedRow {
  func figure(in years: ClosedRange<Int>) -> FigureKey.Figure {
    .indicator(indicator, unit: unit, year: year)
  }
}

extension ComparisonRow: KeyedRow {
  func figure(in years: ClosedRange<Int>) -> FigureKey.Figure {
    .indicator(indicator, unit: unit, year: year)
  }
}

extension TrendRow: KeyedRow {
  // Which years have a value is no part of the key, since that may be hidden.
  func figure(in years: ClosedRange<Int>) -> FigureKey.Figure {
    .series(indicator, unit: unit, years: years)
  }
}

extension TargetRow: KeyedRow {
  func figure(in years: ClosedRange<Int>) -> FigureKey.Figure {
    .target(target, unit: unit, year: year)
  }
}

extension FactRow: KeyedRow {
  func figure(in years: ClosedRange<Int>) -> FigureKey.Figure {
    .fact(element, unit: unit, year: year, category: category)
  }
}

extension ScoreRow: KeyedRow {
  func figure(in years: ClosedRange<Int>) -> FigureKey.Figure {
    .score(sheet, unit: unit, year: year)
  }
}

extension ReportingRow: KeyedRow {
  func figure(in years: ClosedRange<Int>) -> FigureKey.Figure {
    .reporting(form, sender: sender, year: year)
  }
}

/// Keys of a run's rows.
struct FigureKeys: Sendable {
  private let run: String
  private let years: ClosedRange<Int>

  init(_ plan: Plan, _ settings: RunSettings) {
    run = FigureKey(.indicator("", unit: "", year: 0), of: settings).run
    years = plan.years.base...max(plan.years.base, settings.year)
  }

  func cell(_ figure: FigureKey.Figure) -> Cell { .text(run + figure.text) }

  /// Puts the key of a row's figure together.
  func put(_ row: some KeyedRow, into field: inout FieldParts) {
    field.put(run)
    row.figure(in: years).put(into: &field)
  }

  func cell(_ row: some KeyedRow) -> Cell { cell(row.figure(in: years)) }
}
