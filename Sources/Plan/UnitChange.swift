package import Diagnostics

/// What one unit hands to one other when the administration is reorganised on a day.
///
/// A merge of five units is five changes, a split in two is two. The new state holds from the day on.
package struct UnitChange: Sendable, Hashable {
  package enum Kind: String, CaseIterable, Sendable {
    case merge, split, rename, recode
    /// Land moves between units that both stay.
    case boundary

    package var label: LocalisedText {
      switch self {
      case .merge: LocalisedText(vi: "nhập", en: "merge")
      case .split: LocalisedText(vi: "chia", en: "split")
      case .rename: LocalisedText(vi: "đổi tên", en: "rename")
      case .recode: LocalisedText(vi: "đổi mã", en: "new code")
      case .boundary: LocalisedText(vi: "điều chỉnh địa giới", en: "change of boundary")
      }
    }
  }

  /// What a share is a share of.
  package enum Basis: String, CaseIterable, Sendable {
    /// All of it, by the text of the law: nothing is estimated.
    case whole
    case persons
    case landArea = "land-area"
  }

  /// First day of the new state.
  package var date: CalendarDate
  package var kind: Kind
  /// Code on the day before.
  package var from: String
  /// Code on the day.
  package var to: String
  /// Part of `from` that goes to `to`, above 0 and at most 1.
  package var share: Share
  package var basis: Basis
  /// Nobody official gave the share.
  package var isEstimate: Bool
  /// Part of the land of `to` that comes from units for which changes are listed; 1 as a rule.
  package var covered: Share
  /// Where the change is laid down.
  package var source: String

  package init(
    date: CalendarDate,
    kind: Kind,
    from: String,
    to: String,
    share: Share = .whole,
    basis: Basis = .whole,
    isEstimate: Bool = false,
    covered: Share = .whole,
    source: String = ""
  ) {
    self.date = date
    self.kind = kind
    self.from = from
    self.to = to
    self.share = share
    self.basis = basis
    self.isEstimate = isEstimate
    self.covered = covered
    self.source = source
  }
}
