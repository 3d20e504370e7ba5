/// Words that multiply a number: `nghìn`, `triệu`, `tỷ`.
package enum ScaleWord {
  private static let factors: [Substring: Int64] = [
    "nghìn": 1000, "ngàn": 1000, "triệu": 1_000_000, "trđ": 1_000_000, "tỷ": 1_000_000_000,
    "tỉ": 1_000_000_000,
  ]
  /// Short forms that only money has.
  private static let shortFactors: [Substring: Int64] = ["k": 1000, "tr": 1_000_000]
  private static let plainFactors = Dictionary(
    factors.merging(shortFactors) { first, _ in first }.map { (NameKey(String($0)).folded, $1) }
  ) { first, _ in first }

  /// The same without accents, of money, as headers are compared.
  package static let plainWords = Set(plainFactors.keys)

  /// What a word in lower case, with its accents, multiplies by; nil for other words.
  package static func factor(of word: Substring, isMoney: Bool = false) -> Int64? {
    factors[word] ?? (isMoney ? shortFactors[word] : nil)
  }

  /// The same for a word of a folded header.
  package static func factor(ofPlain word: Substring) -> Int64? { plainFactors[String(word)] }
}

/// Words for the country's money.
package enum MoneyWord {
  /// In lower case, with accents.
  package static let spellings: Set<Substring> = ["đồng", "dong", "vnđ", "vnd", "đ", "d"]

  /// The same, folded.
  package static let plain = Set(spellings.map { NameKey(String($0)).folded })

  /// Whether a column's declared unit is money.
  package static func isUnit(_ unit: String) -> Bool { plain.contains(NameKey(unit).folded) }
}
