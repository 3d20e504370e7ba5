import Parallel
import Tables
import VietnameseText

extension FormRows {
  /// Some texts of one file's column.
  private struct Texts {
    var field: Int
    var file: Int
    var codes: Range<Int>
  }

  /// Looks up the texts in columns of units, on all cores; what becomes of the rows is settled later.
  func readUnitTexts(_ names: [Int: UnitNames], jobs: Int) -> UnitReadings {
    let shared = SharedUnitReadings()
    let tasks = unitTexts()
    let numbers = parallelMap(tasks.count, jobs: jobs) { place -> [Int32] in
      let task = tasks[place]
      let year = sources.year(task.file)
      guard let names = names[year] else { return Array(repeating: -1, count: task.codes.count) }
      let sender = sources.sender(task.file)
      let number = nameNumbers[year] ?? year
      return task.codes.map { code in
        guard case .text(let raw) = cells[task.field].value(code) else { return -1 }
        return shared.number(SentName(text: raw, sender: sender, year: number)) {
          Self.unitText(raw).map { names.read($0, sender: sender) }
        }
      }
    }
    var result = UnitReadings(shared.readings)
    for field in unitFields {
      var all = Array(repeating: Int32(-1), count: cells[field].codeCount)
      for (task, own) in zip(tasks, numbers) where task.field == field {
        all.replaceSubrange(task.codes, with: own)
      }
      result.set(field, all)
    }
    return result
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
  private func unitTexts() -> [Texts] {
    let most = 4096
    var tasks: [Texts] = []
    for field in unitFields {
      var done = 0
      for (file, rows) in raw.fileRanges {
        var last = -1
        for row in rows { last = max(last, Int(raw.columns[field].codes[row])) }
        while done <= last {
          let end = min(done + most, last + 1)
          tasks.append(Texts(field: field, file: file, codes: done..<end))
          done = end
        }
      }
    }
    return tasks
  }
}
