package import DelimitedText
package import Diagnostics

/// Names one figure of one run, as the column `key` of the published tables has it.
///
/// The run comes first, by its year and the day of its boundaries: a later run may give an earlier
/// year other figures. `2025/sessions/V1/2023` is the indicator `sessions` of the unit V1 in 2023
/// as the run of 2025 has it; `2025@2025-07-01/…` is of the run at other boundaries.
package struct FigureKey: Hashable, Sendable {
  package enum Figure: Hashable, Sendable {
    case indicator(String, unit: String, year: Int)
    /// An indicator of a unit over years, as a trend has it.
    case series(String, unit: String, years: ClosedRange<Int>)
    case target(String, unit: String, year: Int)
    case fact(String, unit: String, year: Int, category: String)
    /// A unit's scores and classes by a scoring sheet.
    case score(String, unit: String, year: Int)
    /// What a sender sent of a form.
    case reporting(String, sender: String, year: Int)
  }

  /// Unit that the run evaluates; nil for the plan's own.
  package var evaluated: String?
  /// Year that the run evaluates.
  package var year: Int
  /// Day whose boundaries the run was made for; nil for those of each year.
  package var boundaries: CalendarDate?
  package var figure: Figure

  package init(
    evaluated: String? = nil,
    year: Int,
    boundaries: CalendarDate? = nil,
    _ figure: Figure
  ) {
    self.evaluated = evaluated
    self.year = year
    self.boundaries = boundaries
    self.figure = figure
  }

  package init(_ figure: Figure, of run: RunSettings) {
    self.init(evaluated: run.unit, year: run.year, boundaries: run.boundaries, figure)
  }
}

extension FigureKey {
  /// Words by which keys of other figures than an indicator's are told.
  fileprivate enum Kind: String { case target, fact, score, reporting }

  package var text: String { run + figure.text }

  /// What keys of the run begin with.
  package var run: String {
    let run = boundaries.map { "\(year)@\($0)" } ?? "\(year)"
    return "\(evaluated.map { "\($0):" } ?? "")\(run)/"
  }

  /// Reads a key; nil for any other text.
  package init?(_ text: String) {
    var parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count >= 4, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    let head = parts.removeFirst().split(separator: ":", omittingEmptySubsequences: false)
    guard let dated = head.last, head.count <= 2, head.allSatisfy({ !$0.isEmpty }) else {
      return nil
    }
    let run = dated.split(separator: "@", omittingEmptySubsequences: false)
    guard let year = run.first.flatMap({ Self.year($0) }), run.count <= 2 else { return nil }
    let day = run.count == 2 ? CalendarDate(iso: String(run[1])) : nil
    guard run.count == 1 || day != nil, let figure = Self.figure(parts) else { return nil }
    let unit = head.count == 2 ? String(head[0]) : nil
    self.init(evaluated: unit, year: year, boundaries: day, figure)
  }

  private static func figure(_ parts: [String]) -> Figure? {
    if parts.count == 3 {
      if let year = year(parts[2]) { return .indicator(parts[0], unit: parts[1], year: year) }
      let years = parts[2].split(separator: "-").map { year($0) }
      guard years.count == 2, let first = years[0], let last = years[1], first <= last else {
        return nil
      }
      return .series(parts[0], unit: parts[1], years: first...last)
    }
    guard let kind = Kind(rawValue: parts[0]), let year = year(parts[3]) else { return nil }
    let (id, unit) = (parts[1], parts[2])
    switch (kind, parts.count) {
    case (.target, 4): return .target(id, unit: unit, year: year)
    case (.fact, 4): return .fact(id, unit: unit, year: year, category: FactRow.total)
    case (.fact, 5...):
      let category = parts[4...].joined(separator: "/")
      return .fact(id, unit: unit, year: year, category: category)
    case (.score, 4): return .score(id, unit: unit, year: year)
    case (.reporting, 4): return .reporting(id, sender: unit, year: year)
    default: return nil
    }
  }

  private static func year(_ text: some StringProtocol) -> Int? {
    guard text.utf8.count == 4, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int(text)
  }
}

extension FigureKey.Figure {
  /// The figure as keys name it after their run.
  package var text: String {
    var field = FieldParts()
    put(into: &field)
    return field.text
  }

  /// Puts the text together; tables of a country have a key in each row.
  package func put(into field: inout FieldParts) {
    switch self {
    case .indicator(let id, let unit, let year):
      Self.put(id, unit, into: &field)
      field.put(year)
    case .series(let id, let unit, let years):
      Self.put(id, unit, into: &field)
      field.put(years.lowerBound)
      field.put(UInt8(ascii: "-"))
      field.put(years.upperBound)
    case .target(let id, let unit, let year): Self.put(.target, id, unit, year, into: &field)
    case .fact(let id, let unit, let year, let category):
      Self.put(.fact, id, unit, year, into: &field)
      guard category != FactRow.total else { return }
      field.put(slash)
      field.put(category)
    case .score(let id, let unit, let year): Self.put(.score, id, unit, year, into: &field)
    case .reporting(let form, let sender, let year):
      Self.put(.reporting, form, sender, year, into: &field)
    }
  }

  private static func put(
    _ kind: FigureKey.Kind,
    _ id: String,
    _ unit: String,
    _ year: Int,
    into field: inout FieldParts
  ) {
    field.put(kind.rawValue)
    field.put(slash)
    put(id, unit, into: &field)
    field.put(year)
  }

  private static func put(_ id: String, _ unit: String, into field: inout FieldParts) {
    field.put(id)
    field.put(slash)
    field.put(unit)
    field.put(slash)
  }
}

private let slash = UInt8(ascii: "/")
