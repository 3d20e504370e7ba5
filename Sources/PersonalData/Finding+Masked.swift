package import Diagnostics

extension Finding {
  /// The finding with numbers and names of persons masked, as tables and lists may have it.
  ///
  /// Messages repeat what was found; those of findings without such a text are left alone, since
  /// amounts in them may have nine digits.
  package var masked: Finding {
    let own = PersonalText(masking: found)
    // A proposal is made from the cell: an amount of nine digits proposed for `125.000.000` is none.
    let isProposedForNothing = found.isEmpty && PersonalText(masking: proposal).isMasked
    guard own.isMasked || isProposedForNothing else { return self }
    return saying(
      LocalisedText(
        vi: PersonalText(masking: message.vietnamese).text,
        en: PersonalText(masking: message.english).text
      ),
      found: own.text,
      proposal: PersonalText(masking: proposal).text
    )
  }
}
