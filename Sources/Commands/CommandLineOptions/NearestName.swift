/// The name that a mistyped one was most likely meant to be; nil where none is near.
package func nearest(to typed: String, among names: [String]) -> String? {
  var best: (name: String, distance: Int)?
  // A third of the letters may be wrong: more, and the suggestion is a guess.
  let limit = max(1, typed.count / 3)
  for name in names.sorted() {
    let distance = editDistance(Array(typed.lowercased()), Array(name.lowercased()))
    if distance <= limit, distance < best?.distance ?? Int.max { best = (name, distance) }
  }
  return best?.name
}

/// Insertions, deletions, replacements and swaps of neighbours that make one text of the other.
private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  var rows = [Array(0...b.count)]
  for i in 0..<a.count {
    var row = [i + 1]
    for j in 0..<b.count {
      var cost = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        cost = min(cost, rows[i - 1][j - 1] + 1)
      }
      row.append(cost)
    }
    rows.append(row)
  }
  return rows[a.count][b.count]
}
