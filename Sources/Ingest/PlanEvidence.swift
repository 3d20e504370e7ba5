import Diagnostics
import Plan
import VietnameseText

extension EncodingEvidence {
  /// What the files of a plan can be expected to hold: names of units, headers and words.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - others: Headers of a list that is no form.
  convenience init(_ plan: Plan, and others: [String] = []) {
    self.init { plan.expectedTexts + others }
  }
}

extension Plan {
  fileprivate var expectedTexts: [String] {
    var texts = [title.vietnamese, document.issuer.vietnamese, document.place.vietnamese]
    for unit in orgUnits.all { texts += [unit.name] + unit.aliases }
    texts += unitPrefixes.values.flatMap { $0 }
    for sender in senders { texts += [sender.title.vietnamese, sender.short.vietnamese] }
    for form in forms {
      texts.append(form.title.vietnamese)
      for field in form.fields {
        texts += [field.title.vietnamese] + field.headers.map(\.text)
        for category in field.categories {
          texts += [category.label.vietnamese] + category.spellings
        }
      }
    }
    texts += words.none + words.notReported + words.notApplicable + words.yes + words.no
    texts += words.total + words.signature
    return texts
  }
}
