/// An entry's path as it can be shown: UTF-8 where it is that, else the code page of zip's days.
///
/// Characters that would break a line or reverse it are replaced, and so are steps upwards.
func entryName(_ bytes: [UInt8]) -> String {
  let text = String(validating: bytes, as: UTF8.self) ?? String(codePage437: bytes)
  let plain = String(String.UnicodeScalarView(text.unicodeScalars.map { isShown($0) ? $0 : "_" }))
  // Backslashes stand for slashes in archives of old programs.
  let steps = plain.split { $0 == "/" || $0 == "\\" }.filter { $0 != "." && $0 != ".." }
  return String(steps.joined(separator: "/").suffix(longest))
}

/// Letters of a path that are shown, from its end.
private let longest = 240

private func isShown(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: false
  default: true
  }
}

extension String {
  /// Decodes the code page that zip's specification names for paths without a flag (APPNOTE, appendix D).
  fileprivate init(codePage437 bytes: [UInt8]) {
    let scalars = bytes.map { byte in
      byte < 0x80 ? Unicode.Scalar(byte) : upperHalf437[Int(byte) - 0x80]
    }
    self = String(String.UnicodeScalarView(scalars))
  }
}

private let upperHalf437 = Array(
  ("ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
    + "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}").unicodeScalars
)
