import Plan
import VietnameseText

/// Names of units by which a row may be a label.
struct UnitLabels: Sendable {
  /// Words for a kind of unit, folded, with a blank behind each.
  private let prefixes: Set<String>
  /// Names and aliases as the plan has them, folded.
  private var whole: Set<String> = []
  /// The same without the word for their kind, which may be any kind's in a label.
  private var bare: Set<String> = []

  init(_ plan: Plan) {
    prefixes = Set(plan.unitPrefixes.values.joined().map { NameKey($0).folded + " " })
    for unit in plan.orgUnits.all where unit.level == plan.memberLevel {
      for name in [unit.name] + unit.aliases {
        let key = NameKey(name).folded
        whole.insert(key)
        bare.formUnion(withoutPrefix(key))
      }
    }
  }

  /// Whether a folded text is a unit's name, with any word for a kind or without.
  func contains(_ key: String) -> Bool {
    whole.contains(key) || bare.contains(key) || withoutPrefix(key).contains(where: bare.contains)
  }

  private func withoutPrefix(_ key: String) -> [String] {
    prefixes.compactMap { prefix in
      guard key.utf8.starts(with: prefix.utf8) else { return nil }
      return String(Substring(key.utf8.dropFirst(prefix.utf8.count)))
    }
  }
}
