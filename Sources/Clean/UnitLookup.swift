package import Plan

/// Units that a text may mean, read as a cell of a unit's column is.
///
/// - Parameters:
///   - text: A name or a code, as senders write it.
///   - plan: The plan.
///   - year: Year whose units are meant.
/// - Returns: Codes; one where the text is clear, none where it is no unit's name.
package func units(named text: String, of plan: Plan, in year: Int) -> [String] {
  switch UnitNames(plan: plan, year: year).read(text, sender: "") {
  case .unit(let code): [code]
  case .ambiguous(let codes): codes
  case .unknown, .conflict, .foreign: []
  }
}
