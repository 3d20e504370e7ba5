import Diagnostics
import Plan
import VietnameseText

/// Senders of a year by what clerks call their folders: ids and codes, or whole names.
struct SenderNames {
  enum Reading {
    /// The key by which `Plan.senders(in:)` has it.
    case sender(String, Sender)
    case ambiguous([String])
    case unknown
  }

  let known: [String: Sender]
  private var accented: [NameKey: Set<String>] = [:]
  private var plain: [NameKey: Set<String>] = [:]

  init(_ plan: Plan, year: Int) {
    known = plan.senders(in: year)
    for (key, sender) in known {
      var names = [sender.title.vietnamese, sender.short.vietnamese]
      if sender.eachLevel != nil {
        names = plan.orgUnits.units(code: key).flatMap { [$0.name] + $0.aliases }
      }
      for name in names where !name.isEmpty {
        accented[NameKey.accented(name), default: []].insert(key)
        plain[NameKey(name), default: []].insert(key)
      }
    }
  }

  /// Reads a folder's name; an accent may be left out but not changed.
  func read(_ folder: String) -> Reading {
    if let sender = known[folder] { return .sender(folder, sender) }
    let key = NameKey.accented(folder)
    let isPlain = key == NameKey(folder)
    let keys = (accented[key] ?? (isPlain ? plain[key] : nil) ?? []).sorted()
    guard let first = keys.first, let sender = known[first] else { return .unknown }
    return keys.count == 1 ? .sender(first, sender) : .ambiguous(keys)
  }
}
