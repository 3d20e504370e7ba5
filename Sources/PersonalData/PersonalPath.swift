/// Names of files with what they tell of persons masked.
package enum PersonalPath {
  /// A path in which numbers and names of persons are masked; nil where it has none.
  ///
  /// Underscores and hyphens stand for blanks there: `BC_Nguyen_Van_A_0912345678.csv`.
  package static func masked(_ path: String) -> String? {
    var isMasked = false
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map { part in
      let (name, count) = PersonalNumber.masked(String(part))
      let spaced = String(name.map { "_-+".contains($0) ? " " : $0 })
      let text = PersonalText(masking: spaced)
      if count > 0 || text.isMasked { isMasked = true }
      return text.isMasked ? text.text : name
    }
    return isMasked ? parts.joined(separator: "/") : nil
  }
}
