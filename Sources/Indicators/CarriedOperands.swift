import Boundaries
import Diagnostics
import Plan

/// Carries the operands of the member units of a year to the units of other boundaries.
struct CarriedOperands {
  private let members: MemberLinks
  private let usesEstimates: Bool

  /// Units at the boundaries, by code.
  var targets: [String] { members.targets }

  init(_ plan: Plan, year: Int, _ boundaries: Boundaries) {
    members = MemberLinks(plan, year: year, boundaries)
    usesEstimates = plan.usesEstimatedShares
  }

  /// The operands that make up one unit at the boundaries, each with the unit it comes from.
  ///
  /// - Parameters:
  ///   - target: A unit at the boundaries.
  ///   - indicator: The indicator, whose condition is combined as it declares.
  ///   - operand: The operand of a member unit of the year.
  /// - Returns: The parts, of which those that cannot be told apart have a reason.
  func parts(
    of target: String,
    _ indicator: Indicator,
    operand: (String) -> Operand
  ) -> [(unit: String, operand: Operand)] {
    let links = members.links(to: target)
    if case .units = indicator.formula {
      return [(target, answer(links, indicator.answerRule, operand))]
    }
    return links.map { link in
      let code = link.source.code
      return (code, carried(operand(code), link.amount))
    }
  }

  private func carried(_ operand: Operand, _ amount: Link.Amount) -> Operand {
    guard amount != .whole, operand.missing == nil else { return operand }
    // Nothing is nothing however it is divided.
    if operand.numerator == 0, operand.denominator ?? 0 == 0 { return operand }
    var part = operand
    if case .part(let share, let isEstimate) = amount, !isEstimate || usesEstimates {
      part.numerator = operand.numerator.map { $0 * share.value }
      part.denominator = operand.denominator.map { $0 * share.value }
      part.share = share.value
      return part
    }
    part.mostOfPart = operand.isPartial ? nil : operand.numerator
    part.numerator = nil
    part.denominator = nil
    part.missing = .notSeparable
    return part
  }

  private func answer(
    _ links: [Link],
    _ rule: AnswerRule?,
    _ operand: (String) -> Operand
  ) -> Operand {
    let operands = links.map { operand($0.source.code) }
    var answers: [UnitKey: Bool] = [:]
    for (link, operand) in zip(links, operands) where operand.isKnown {
      answers[link.source] = operand.numerator == 1
    }
    var result = Operand(denominator: 1)
    switch CarriedAnswer(links, answers, declared: rule) {
    case .yes: result.numerator = 1
    case .no: result.numerator = 0
    case .open:
      result.missing = operands.compactMap(\.missing).first ?? .notSeparable
    }
    return result
  }
}
