import Parallel
import Tables
import VietnameseText

extension FormRows {
  /// Texts of one file's column, by their codes in it.
  private struct FileTexts {
    var field: Int
    var file: Int
    var codes: Range<Int>
  }

  /// The texts of all files by their origins.
  private struct GatheredTexts {
    var sent = SentTexts()
    /// By field and code: the code of the text among those of its origin.
    var places: [[Int32]]
    var files: [(origin: Int, texts: FileTexts)] = []
  }

  /// Looks up the texts in columns of units, on all cores; what becomes of the rows is settled later.
  ///
  /// A text is read once for each sender, and for all years in which the same units exist.
  ///
  /// - Returns: The names of each year that has a file, and what the texts mean by them.
  func readUnitTexts(
    _ names: YearlyNames,
    jobs: Int
  ) -> (names: [Int: UnitNames], readings: UnitReadings) {
    let years = Set(raw.fileRanges.map { sources.year($0.file) }).sorted()
    let sets = Dictionary(uniqueKeysWithValues: years.map { ($0, names.number($0)) })
    var (known, gathered) = both(jobs: jobs) {
      Dictionary(uniqueKeysWithValues: years.map { ($0, names.names($0, jobs: jobs)) })
    } _: {
      gatheredUnitTexts(sets)
    }
    let (readings, numbers) = read(gathered.sent, known, jobs: jobs)
    for (origin, texts) in gathered.files {
      for code in texts.codes {
        let place = Int(gathered.places[texts.field][code])
        gathered.places[texts.field][code] = numbers[origin][place]
      }
    }
    var result = UnitReadings(readings)
    for (field, numbers) in zip(unitFields, gathered.places) { result.set(field, numbers) }
    return (known, result)
  }

  /// Gathers the texts; by year a number that is the same for years with the same names.
  private func gatheredUnitTexts(_ numbers: [Int: Int]) -> GatheredTexts {
    var all = GatheredTexts(
      places: unitFields.map { Array(repeating: Int32(-1), count: cells[$0].codeCount) }
    )
    for texts in unitTexts() {
      let year = sources.year(texts.file)
      let origin = all.sent.place(
        of: SentTexts.Origin(sender: sources.sender(texts.file), names: numbers[year] ?? year),
        year: year
      )
      let arena = raw.columns[unitFields[texts.field]].texts
      for code in texts.codes {
        all.places[texts.field][code] = arena.withBytes(code) { all.sent.code(of: $0, at: origin) }
      }
      all.files.append((origin, texts))
    }
    return all
  }

  /// Reads each text once; gives the readings and by origin and text their numbers.
  private func read(
    _ sent: SentTexts,
    _ names: [Int: UnitNames],
    jobs: Int
  ) -> ([UnitReading], [[Int32]]) {
    let arenas = sent.origins.indices.map { sent.texts($0) }
    // The texts of all origins behind one another: a country has many senders of few texts.
    let asked = arenas.indices.flatMap { origin in
      (0..<arenas[origin].count).map { (origin: origin, code: $0) }
    }
    let all = parallelRanges(asked.count, of: 1024, jobs: jobs) { places in
      places.map { place -> UnitReading? in
        let (origin, code) = asked[place]
        guard let names = names[sent.years[origin]] else { return nil }
        return Self.unitText(arenas[origin].text(code)).map {
          names.read($0, sender: sent.origins[origin].sender)
        }
      }
    }
    var readings: [UnitReading] = []
    var start = 0
    let numbers = arenas.map { texts in
      defer { start += texts.count }
      // Texts of one origin that mean one unit share its reading.
      var units: [String: Int32] = [:]
      return all[start..<(start + texts.count)].map { reading -> Int32 in
        guard let reading else { return -1 }
        let next = Int32(clamping: readings.count)
        if case .unit(let code) = reading {
          if let known = units[code] { return known }
          units[code] = next
        }
        readings.append(reading)
        return next
      }
    }
    return (readings, numbers)
  }

  /// The text of a cell, if it can name a unit.
  private static func unitText(_ cell: String) -> String? {
    let text = cell.trimmedBlanks
    guard text.contains(where: { $0.isLetter || $0.isNumber }), !DittoMark.matches(text) else {
      return nil
    }
    return text
  }

  /// Files stand behind one another and do not share codes, so that a file's are those after the
  /// greatest of the file before, up to its own greatest.
  private func unitTexts() -> [FileTexts] {
    var all: [FileTexts] = []
    for (place, field) in unitFields.enumerated() {
      let codes = raw.columns[field].codes
      var next = 0
      for (file, rows) in raw.fileRanges {
        var last = -1
        for row in rows { last = max(last, Int(codes[row])) }
        guard last >= next else { continue }
        all.append(FileTexts(field: place, file: file, codes: next..<(last + 1)))
        next = last + 1
      }
    }
    return all
  }
}
