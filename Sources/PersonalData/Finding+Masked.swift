package import Diagnostics

extension Finding {
  /// The finding with personal numbers masked, as tables and lists may have it.
  ///
  /// Messages repeat what was found; those of findings without such a number are left alone, since
  /// amounts in them may have nine digits.
  package var masked: Finding {
    let (text, count) = PersonalNumber.masked(found)
    // A proposal is made from the cell: an amount of nine digits proposed for `125.000.000` is none.
    let isProposedForNothing = found.isEmpty && PersonalNumber.masked(proposal).count > 0
    guard count > 0 || isProposedForNothing else { return self }
    var masked = self
    masked.found = text
    masked.proposal = PersonalNumber.masked(proposal).text
    masked.message = LocalisedText(
      vi: PersonalNumber.masked(message.vietnamese).text,
      en: PersonalNumber.masked(message.english).text
    )
    return masked
  }
}
