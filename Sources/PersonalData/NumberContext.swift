import VietnameseText

/// What the words before and after digits say of them.
struct NumberContext {
  /// `CCCD`, `căn cước`: what follows stands for a person however long it is.
  let isIdentity: Bool
  /// `STK`, `tài khoản`.
  let isAccount: Bool
  /// `kinh phí`, `số tiền`: what follows is money.
  let isAmount: Bool

  /// Farther before the digits than this no word speaks of them.
  private static let reach = 28

  init(_ scalars: [Unicode.Scalar], before end: Int) {
    var head = scalars[max(0, end - Self.reach)..<end]
    // Words before other digits speak of those.
    if let digit = head.lastIndex(where: { DigitRun.isDigit($0) }) { head = head[(digit + 1)...] }
    // Mostly a sign or two, as in keys: none of the words is so short.
    guard head.count >= Self.fewestSigns || !head.allSatisfy(\.isASCII) else {
      (isIdentity, isAccount, isAmount) = (false, false, false)
      return
    }
    var text = String.UnicodeScalarView()
    for scalar in head { text.append(scalar) }
    let words = NameKey(String(text)).folded.split(separator: " ").map(String.init)
    let phrases = words + zip(words, words.dropFirst()).map { "\($0) \($1)" }
    isIdentity = phrases.contains(where: Self.identity.contains)
    isAccount = phrases.contains(where: Self.account.contains)
    isAmount = phrases.contains(where: Self.amount.contains)
  }

  /// Letters of the shortest word, or pair of words.
  private static let fewestSigns =
    identity.union(account).union(amount).map(\.utf8.count).min() ?? 0

  // Of one word or two.
  private static let identity: Set<String> = [
    "cccd", "cmnd", "cmtnd", "cmt", "can cuoc", "chung minh", "dinh danh", "ho chieu", "passport",
    "bhxh", "bhyt",
  ]
  private static let account: Set<String> = [
    "stk", "so tk", "tai khoan", "so the", "vietcombank", "agribank", "momo",
  ]
  private static let amount: Set<String> = [
    "kinh phi", "so tien", "tien", "muc chi", "tong chi", "da chi", "ngan sach", "tri gia",
    "doanh thu", "muc phat", "phat",
  ]

  /// Whether a unit of money or a counted thing follows.
  static func isAmount(_ scalars: [Unicode.Scalar], after start: Int) -> Bool {
    var text = String.UnicodeScalarView()
    for scalar in scalars[start..<min(scalars.count, start + 12)] { text.append(scalar) }
    // `0912345678, 5 triệu`: the sign ends the number.
    let rest = String(text)
    guard rest.first.map({ $0.isWhitespace || $0.isLetter }) == true else { return false }
    guard let word = NameKey(rest).folded.split(separator: " ").first else { return false }
    return [
      "dong", "d", "vnd", "trieu", "nghin", "ngan", "ty", "ti", "nguoi", "luot", "ho", "usd",
    ].contains(word)
  }
}
