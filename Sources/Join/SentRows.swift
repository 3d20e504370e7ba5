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
    // A file has one sender and one year.
    for (_, rows) in records.files.runs {
      let first = rows.lowerBound
      let key = Key(sender: records.senders[first], year: records.years[first])
      var count =
        counts.removeValue(forKey: key)
        ?? Count(units: Array(repeating: false, count: records.units.names.count))
      count.rows += rows.count
      for row in rows { count.units[Int(records.units.codes[row])] = true }
      counts[key] = count
    }
  }

  func of(_ sender: String, year: Int) -> (rows: Int, units: Int) {
    guard let count = counts[Key(sender: sender, year: year)] else { return (0, 0) }
    return (count.rows, count.units.count { $0 })
  }
}
