import Tables

/// How many rows of a form each sender sent for each year, and for how many units.
struct SentRows {
  private struct Key: Hashable {
    var sender: String
    var year: Int
  }

  private struct Count {
    var rows = 0
    /// By the unit's code: whether there is a row of it.
    var units: [Bool]
  }

  private var counts: [Key: Count] = [:]

  init(_ records: TypedRecords?) {
    guard let records else { return }
    var start = 0
    while start < records.count {
      let (year, sender) = (records.years[start], records.senders.codes[start])
      var end = start + 1
      while end < records.count, records.years[end] == year, records.senders.codes[end] == sender {
        end += 1
      }
      let key = Key(sender: records.senders[start], year: year)
      var count =
        counts.removeValue(forKey: key)
        ?? Count(units: Array(repeating: false, count: records.units.names.count))
      count.rows += end - start
      for row in start..<end { count.units[Int(records.units.codes[row])] = true }
      counts[key] = count
      start = end
    }
  }

  func of(_ sender: String, year: Int) -> (rows: Int, units: Int) {
    guard let count = counts[Key(sender: sender, year: year)] else { return (0, 0) }
    return (count.rows, count.units.count { $0 })
  }
}
