import Boundaries
import Diagnostics
import Plan
import Tables

/// The figure of a target for a whole year, made from figures of parts of it.
///
/// What lies in a part that cannot be told apart is nothing in `low` and all of it in `high`.
struct YearFigure {
  var low: FactRow
  var high: FactRow

  var isOpen: Bool { low != high }

  /// - Parameters:
  ///   - pieces: Figures of the units that bring something to the target; at least one.
  ///   - target: Key of the target in the facts made.
  ///   - rule: How figures of parts of a year combine.
  ///   - kind: What the figures are.
  ///   - answers: How answers of several units make one.
  ///   - usesEstimates: Whether estimated shares divide counts.
  init(
    _ pieces: [YearPiece],
    target: String,
    rule: YearRule?,
    kind: DataElement.ValueKind,
    answers: AnswerRule?,
    usesEstimates: Bool
  ) {
    var fact = pieces[0].fact
    fact.unit = target
    fact.sources = FactSources(joining: pieces.map(\.fact.sources))
    fact.isPartial = false
    fact.missing = nil
    fact.value = nil
    fact.text = ""
    low = fact
    high = fact
    let last = pieces.filter { !$0.isFormer }
    switch (kind, rule) {
    case (.number, .sum): add(pieces, usesEstimates)
    case (.number, .last): add(last, usesEstimates)
    case (.number, .max): takeGreatest(pieces)
    case (.flag, .any), (.flag, .all):
      answer(pieces, last, rule == .any, answers)
    case (.flag, .last): setAnswer(Self.common(last, answers), last)
    case (.code, .last): takeAlike(last)
    default: takeAlike(pieces)
    }
  }

  private mutating func set(missing reason: MissingReason) {
    for path in [\YearFigure.low, \YearFigure.high] {
      self[keyPath: path].missing = reason
      self[keyPath: path].value = nil
    }
  }

  /// Why none of some figures is known.
  private static func reason(_ pieces: [YearPiece]) -> MissingReason {
    let reasons = Set(pieces.compactMap(\.fact.missing))
    return reasons.count == 1 ? reasons.first ?? .notReported : .notReported
  }

  private mutating func add(_ pieces: [YearPiece], _ usesEstimates: Bool) {
    let stated = pieces.filter { $0.fact.addend != nil }
    guard !stated.isEmpty else { return set(missing: Self.reason(pieces)) }
    if stated.count == pieces.count, stated.allSatisfy({ $0.fact.missing == .noCase }) {
      return set(missing: .noCase)
    }
    var (least, most) = (FixedDecimal.zero, FixedDecimal.zero)
    for piece in stated {
      let value = piece.fact.value ?? .zero
      let (from, to) = Self.range(value, piece.amount, usesEstimates)
      guard let lower = FixedDecimal.adding(least, from), let upper = FixedDecimal.adding(most, to)
      else { return set(missing: .illegible) }
      (least, most) = (lower, upper)
    }
    low.value = least
    high.value = most
    low.isPartial = stated.count < pieces.count || stated.contains { $0.fact.isPartial }
    high.isPartial = low.isPartial
  }

  private static func range(
    _ value: FixedDecimal,
    _ amount: Link.Amount,
    _ usesEstimates: Bool
  ) -> (FixedDecimal, FixedDecimal) {
    switch amount {
    case .whole: return (value, value)
    case .part(let share, let isEstimate) where !isEstimate || usesEstimates:
      // To the millionth: shares are fractions, and facts are decimals.
      let millionths = (value.double * share.value * 1_000_000).rounded()
      guard let whole = Int64(exactly: millionths),
        let part = FixedDecimal(significand: whole, scale: 6)
      else { return (.zero, value) }
      return (part, part)
    case .part, .unknown: return (min(.zero, value), max(.zero, value))
    }
  }

  private mutating func takeGreatest(_ pieces: [YearPiece]) {
    let stated = pieces.filter { $0.fact.addend != nil }
    guard !stated.isEmpty else { return set(missing: Self.reason(pieces)) }
    let values = stated.map { $0.fact.value ?? .zero }
    let whole = zip(stated, values).filter { $0.0.amount == .whole }.map(\.1)
    high.value = values.max()
    low.value = whole.max() ?? .zero
    low.isPartial = stated.count < pieces.count || stated.contains { $0.fact.isPartial }
    high.isPartial = low.isPartial
  }

  /// What is said alike in all pieces; of a unit it is also said of each part of it.
  private mutating func takeAlike(_ pieces: [YearPiece]) {
    guard let first = pieces.first?.fact else { return set(missing: .notReported) }
    let isAlike = pieces.allSatisfy {
      ($0.fact.value, $0.fact.text, $0.fact.missing) == (first.value, first.text, first.missing)
    }
    guard isAlike else {
      return set(missing: pieces.compactMap(\.fact.missing).first ?? .notSeparable)
    }
    for path in [\YearFigure.low, \YearFigure.high] {
      self[keyPath: path].value = first.value
      self[keyPath: path].text = first.text
      self[keyPath: path].missing = first.missing
      self[keyPath: path].isPartial = pieces.contains(where: \.fact.isPartial)
    }
  }

  /// Joins the answers of the time before the last change and after it.
  private mutating func answer(
    _ pieces: [YearPiece],
    _ last: [YearPiece],
    _ isAny: Bool,
    _ rule: AnswerRule?
  ) {
    let former = pieces.filter(\.isFormer)
    let answers = [former, last].filter { !$0.isEmpty }.map { Self.common($0, rule) }
    let result: Bool? =
      answers.contains(isAny) ? isAny : answers.contains(nil) ? nil : !isAny
    setAnswer(result, pieces)
  }

  /// The answer of several units of one time, where they make one.
  private static func common(_ pieces: [YearPiece], _ rule: AnswerRule?) -> Bool? {
    let answers = pieces.map { piece -> Bool? in
      guard piece.fact.missing == nil || piece.fact.missing == .noCase else { return nil }
      let isYes = (piece.fact.value ?? .zero) != .zero
      // More rows can only turn a no into a yes.
      return piece.fact.isPartial && !isYes ? nil : isYes
    }
    let deciding = rule.map { $0 == .any }
    if let deciding,
      zip(pieces, answers).contains(where: { $0.amount == .whole && $1 == deciding })
    {
      return deciding
    }
    // What decides holds in some part of such a unit, nobody knows in which.
    if zip(pieces, answers).contains(where: { $0.amount != .whole && $1 != nil && $1 == deciding })
    {
      return nil
    }
    guard let first = answers.first, answers.allSatisfy({ $0 == first }) else { return nil }
    return first
  }

  private mutating func setAnswer(_ answer: Bool?, _ pieces: [YearPiece]) {
    guard let answer else {
      let reasons = pieces.compactMap(\.fact.missing).filter { $0 != .noCase }
      return set(missing: reasons.first ?? .notSeparable)
    }
    low.value = FixedDecimal(answer ? 1 : 0)
    high.value = low.value
  }
}
