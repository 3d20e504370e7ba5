extension String {
  /// Whether a text stands in it, byte by byte: folded texts have no marks that a letter could share.
  package func holds(_ text: String) -> Bool {
    let (own, sought) = (utf8.span, text.utf8.span)
    guard sought.count <= own.count else { return false }
    for start in 0...(own.count - sought.count) {
      var length = 0
      while length < sought.count, own[start + length] == sought[length] { length += 1 }
      if length == sought.count { return true }
    }
    return false
  }
}
