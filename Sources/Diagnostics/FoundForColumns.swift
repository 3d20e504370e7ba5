/// What was worked out for the columns that findings were last of.
///
/// Findings stand by line, so that those of several columns come in turns.
package struct FoundForColumns<Value> {
  private var known: [(finding: Finding, value: Value)?] = Array(repeating: nil, count: 64)

  package init() {}

  /// What is found for the column of a finding: the same for all that were said again of one.
  package mutating func value(of finding: Finding, _ find: (Finding) -> Value) -> Value {
    let place = finding.placeOfColumn(known.count)
    if let before = known[place], before.finding.isOfColumn(of: finding) { return before.value }
    let value = find(finding)
    known[place] = (finding, value)
    return value
  }
}
