internal import Plan
internal import Tables

/// One cluster in one year: a row a unit, a column an element or category, and the totals.
struct SuppressionSheet: Sendable {
  private let cluster: DisclosureCluster
  private let year: Int
  private let planUnit: String
  private let disclosure: Disclosure
  private var columns: [DisclosureColumn] = []
  private var units: [String] = []
  /// By row and column; nil where nothing was reported.
  private var values: [[Double?]] = []
  /// By column; nil where neither a total was given nor a unit reported.
  private var totals: [Double?] = []
  private var hidesRow: [Bool] = []
  private var hidesTotal: [Bool] = []

  init(plan: Plan, cluster: DisclosureCluster, year: Int, facts: [FactRow]) {
    self.cluster = cluster
    self.year = year
    planUnit = plan.unit
    disclosure = plan.disclosure
    columns = Set(
      facts.map { DisclosureColumn(element: $0.element, category: $0.category) }
    ).sorted()
    units = Set(facts.map(\.unit)).subtracting([plan.unit]).sorted()
    let columnOf = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1, $0) })
    let rowOf = Dictionary(uniqueKeysWithValues: units.enumerated().map { ($1, $0) })
    values = units.map { _ in columns.map { _ in nil } }
    totals = columns.map { _ in nil }
    for fact in facts {
      let name = DisclosureColumn(element: fact.element, category: fact.category)
      guard let column = columnOf[name] else { continue }
      if let row = rowOf[fact.unit] {
        values[row][column] = fact.addend
      } else {
        totals[column] = fact.addend
      }
    }
    for column in columns.indices where totals[column] == nil {
      let addends = values.compactMap { $0[column] }
      totals[column] = addends.isEmpty ? nil : addends.reduce(0, +)
    }
    hidesRow = units.map { _ in false }
    hidesTotal = columns.map { _ in false }
  }

  var hiddenCells: Set<DisclosureCell> {
    var cells: Set<DisclosureCell> = []
    for (index, column) in columns.enumerated() {
      // Under a published 0 every part is 0; to hide them would serve nothing.
      let isEmpty = !hidesTotal[index] && values.allSatisfy { ($0[index] ?? 0) == 0 }
      for (row, unit) in units.enumerated()
      where hidesRow[row] && values[row][index] != nil && !isEmpty {
        cells.insert(cell(column, unit))
      }
      if hidesTotal[index] { cells.insert(cell(column, planUnit)) }
    }
    return cells
  }

  private func cell(_ column: DisclosureColumn, _ unit: String) -> DisclosureCell {
    DisclosureCell(element: column.element, unit: unit, year: year, category: column.category)
  }

  private func isSmall(_ value: Double?) -> Bool {
    guard let value else { return false }
    return value > 0 && value < Double(disclosure.smallest)
  }

  /// Hides what is small, then what would give it away.
  ///
  /// - Parameter earlier: Published values of earlier years of counts that cumulate.
  mutating func decide(after earlier: [DisclosureCell: [Double]]) {
    hideSmall(after: earlier)
    closeTotals()
    // Each turn hides a row or a total more, so the loop ends.
    while true {
      let failing = failingColumns()
      guard !failing.isEmpty else { break }
      if let row = bestRow(for: failing) {
        hidesRow[row] = true
      } else {
        for column in failing { hidesTotal[column] = true }
      }
      closeTotals()
    }
    withstandAttack()
  }

  private mutating func hideSmall(after earlier: [DisclosureCell: [Double]]) {
    for (index, column) in columns.enumerated() {
      for (row, unit) in units.enumerated()
      where isSmall(values[row][index], beside: earlier[cell(column, unit)]) {
        hidesRow[row] = true
      }
      if isSmall(totals[index], beside: earlier[cell(column, planUnit)]) {
        hidesTotal[index] = true
      }
    }
  }

  /// Whether a value, or its difference from a published one of an earlier year, is small.
  private func isSmall(_ value: Double?, beside earlier: [Double]?) -> Bool {
    guard let value else { return false }
    return isSmall(value) || (earlier ?? []).contains { isSmall(abs(value - $0)) }
  }

  /// Hides the totals from which a hidden one could be computed.
  private mutating func closeTotals() {
    var before = -1
    while before != hidesTotal.count(where: { $0 }) {
      before = hidesTotal.count { $0 }
      for element in cluster.elements { closeCategories(of: element) }
      for equation in cluster.equations where equation.contains(where: isTotalHidden) {
        for index in columns.indices where equation.contains(columns[index].element) {
          hidesTotal[index] = true
        }
      }
    }
  }

  private func isTotalHidden(_ element: String) -> Bool {
    columns.indices.contains { columns[$0].element == element && hidesTotal[$0] }
  }

  /// Categories are hidden together, and their sum too where it would leave too little room.
  private mutating func closeCategories(of element: String) {
    let own = columns.indices.filter { columns[$0].element == element }
    guard own.contains(where: { hidesTotal[$0] }) else { return }
    var range = FeasibleRange(smallest: disclosure.smallest, width: disclosure.width)
    for index in own where columns[index].category != FactRow.total {
      hidesTotal[index] = true
      range.hide(totals[index] ?? 0)
    }
    guard !range.isWideEnough else { return }
    for index in own { hidesTotal[index] = true }
  }

  private func failingColumns(hiding extra: Int? = nil) -> [Int] {
    columns.indices.filter { column in
      guard totals[column] != nil, !hidesTotal[column] else { return false }
      var range = FeasibleRange(smallest: disclosure.smallest, width: disclosure.width)
      for row in units.indices where hidesRow[row] || row == extra {
        if let value = values[row][column] { range.hide(value) }
      }
      return !range.isWideEnough
    }
  }

  /// The row of least counts that, hidden too, protects most of the columns that fail.
  private func bestRow(for failing: [Int]) -> Int? {
    // Beyond so many rows another one changes nothing that the smaller ones do not.
    let candidates = units.indices
      .filter { row in !hidesRow[row] && failing.contains { values[row][$0] != nil } }
      .map { row in (row: row, sum: values[row].reduce(0) { $0 + ($1 ?? 0) }) }
      .sorted { ($0.sum, $0.row) < ($1.sum, $1.row) }
      .prefix(64)
    var best: (row: Int, count: Int)?
    for candidate in candidates {
      let count = failingColumns(hiding: candidate.row).count
      if count < (best?.count ?? failing.count) { best = (candidate.row, count) }
    }
    return best?.row
  }

  /// Hides further totals while sums across columns place a small count too narrowly.
  private mutating func withstandAttack() {
    while hidesTotal.contains(false) {
      let narrow = narrowColumns()
      guard !narrow.isEmpty else { return }
      let open = narrow.filter { !hidesTotal[$0] }
      for column in open.isEmpty ? Array(columns.indices) : open { hidesTotal[column] = true }
      closeTotals()
    }
  }

  /// Columns with a small hidden count that the sums of rows and columns place too narrowly.
  private func narrowColumns() -> [Int] {
    var attack = IntervalAttack()
    var cells: [[Int?]] = []
    for row in units.indices {
      cells.append(
        columns.indices.map { column in
          values[row][column].map { attack.add(known($0, isHidden: hidesRow[row])) }
        }
      )
    }
    cells.append(
      columns.indices.map { column in
        totals[column].map { total in
          // A total may be hidden for the sake of others: that it is small nobody knows.
          let isHidden = hidesTotal[column] && total > 0
          return attack.add(isHidden ? (1, .infinity) : (total, total))
        }
      }
    )
    for column in columns.indices {
      guard let whole = cells.last?[column] else { continue }
      attack.addSum(whole, of: cells.dropLast().compactMap { $0[column] })
    }
    for (index, row) in cells.enumerated() {
      for sum in rowSums() {
        let parts = sum.parts.compactMap { row[$0] }
        guard let whole = row[sum.whole], parts.count == sum.parts.count else { continue }
        // Distinct things can be of two categories, and rules can be broken.
        guard holds(sum, inRow: index) else { continue }
        attack.addSum(whole, of: parts)
      }
    }
    attack.run()
    let width = Double(min(disclosure.width, max(0, disclosure.smallest - 2)))
    return columns.indices.filter { column in
      cells.enumerated().contains { index, row in
        guard let cell = row[column] else { return false }
        let value = index < units.count ? values[index][column] : totals[column]
        return isSmall(value) && attack.width(of: cell) < width
      }
    }
  }

  /// Sums within a row: an element over its categories, and the plan's own equations.
  private func rowSums() -> [(whole: Int, parts: [Int])] {
    func position(_ element: String) -> Int? {
      columns.firstIndex { $0.element == element && $0.category == FactRow.total }
    }
    let categories = cluster.elements.compactMap { element -> (whole: Int, parts: [Int])? in
      guard let whole = position(element) else { return nil }
      return (whole, columns.indices.filter { columns[$0].element == element && $0 != whole })
    }
    let equations = cluster.sums.compactMap { sum -> (whole: Int, parts: [Int])? in
      let positions = sum.compactMap(position)
      guard positions.count == sum.count, let whole = positions.first else { return nil }
      return (whole, Array(positions.dropFirst()))
    }
    return categories + equations
  }

  private func holds(_ sum: (whole: Int, parts: [Int]), inRow row: Int) -> Bool {
    let own = row < units.count ? values[row] : totals
    return own[sum.whole] == sum.parts.compactMap { own[$0] }.reduce(0, +)
  }

  private func known(_ value: Double, isHidden: Bool) -> (lower: Double, upper: Double) {
    let smallest = Double(disclosure.smallest)
    if !isHidden || value == 0 { return (value, value) }
    return value < smallest ? (1, smallest - 1) : (smallest, .infinity)
  }
}
