/// Why there is no value; never the same as zero.
package enum MissingReason: String, CaseIterable, Sendable {
  /// Nothing was sent, or the cell says that it was not reported.
  case notReported = "not-reported"
  /// The sender states that there was no such case; counts as 0 in sums.
  case noCase = "no-case"
  case notApplicable = "not-applicable"
  /// Something stands there that cannot be read as a value.
  case illegible = "illegible"
  /// The value exists and is hidden to protect persons.
  case suppressed = "suppressed"
  /// The unit did not exist in that year.
  case noUnit = "no-unit"
  /// The unit was split or merged, and nothing tells which part is its own.
  case notSeparable = "not-separable"
  /// Sources contradict each other and no rule chooses.
  case conflict = "conflict"

  package var label: LocalisedText {
    switch self {
    case .notReported: LocalisedText(vi: "chưa báo cáo", en: "not reported")
    case .noCase: LocalisedText(vi: "không phát sinh", en: "no such case")
    case .notApplicable: LocalisedText(vi: "không áp dụng", en: "not applicable")
    case .illegible: LocalisedText(vi: "không đọc được", en: "illegible")
    case .suppressed: LocalisedText(vi: "không công bố", en: "suppressed")
    case .noUnit: LocalisedText(vi: "đơn vị chưa có hoặc đã giải thể", en: "unit did not exist")
    case .notSeparable:
      LocalisedText(vi: "không tách được theo địa giới", en: "cannot be told apart by boundaries")
    case .conflict: LocalisedText(vi: "mâu thuẫn", en: "conflict")
    }
  }
}
