import Tables

/// How many rows of a form each sender sent for each year, and for how many units.
struct SentRows {
  private struct Key: Hashable {
    var sender: String
    var year: Int
  }

  private var counts: [Key: (rows: Int, units: Int)] = [:]

  init(_ records: TypedRecords?) {
    guard let records else { return }
    // A file has one sender and one year.
    let runs = Dictionary(grouping: records.files.runs.map(\.rows)) { rows in
      Key(sender: records.senders[rows.lowerBound], year: records.years[rows.lowerBound])
    }
    // By the unit's code: the last sender and year that had a row of it. A list for each would be as long
    // as there are units, which may all be senders.
    var last = Array(repeating: 0, count: records.units.names.count)
    for (number, (key, runs)) in runs.enumerated() {
      var units = 0
      for row in runs.joined() {
        let unit = Int(records.units.codes[row])
        if last[unit] != number + 1 { units += 1 }
        last[unit] = number + 1
      }
      counts[key] = (runs.reduce(0) { $0 + $1.count }, units)
    }
  }

  func of(_ sender: String, year: Int) -> (rows: Int, units: Int) {
    counts[Key(sender: sender, year: year)] ?? (0, 0)
  }
}
