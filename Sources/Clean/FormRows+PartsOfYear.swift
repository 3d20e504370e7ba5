import Diagnostics
import Plan
import Tables
import VietnameseText

// Yearly figures that are reported in parts.
extension FormRows {
  /// What a row says of a field in the parts of one set.
  private struct PartSum {
    var total: FixedDecimal?
    /// Whether each part says that there was no such case.
    var isNoCase = true
    var isIllegible = false
    /// Positions in the set.
    var missing: [Int] = []
  }

  /// Reads the columns of parts, and sums them where the year's own column has nothing.
  ///
  /// A part that is lacking makes no total: missing is not nought. The year's own column is used
  /// where a file has both, and must agree with its parts.
  mutating func combineParts(words: CellWords) {
    let columns = form.partColumns
    guard !columns.isEmpty else { return }
    let habits = habits(words)
    partCells = columns.indices.map { readParts($0, columns[$0], habits, words) }
    for (index, field) in form.fields.enumerated() where !field.partSets.isEmpty {
      var sets: [Int: Int?] = [:]
      for row in 0..<raw.count {
        let file = raw.files[row]
        let set = sets[file] ?? reportedSet(field: index, file: file)
        sets[file] = set
        if let set { combine(row, field: index, set: set) }
      }
    }
  }

  private mutating func readParts(
    _ index: Int,
    _ column: PartColumn,
    _ habits: [Int: FileHabits],
    _ words: CellWords
  ) -> [CellValue] {
    let reader = CellReader(form.fields[column.field], isKey: false, words: words)
    var values: [CellValue] = []
    values.reserveCapacity(raw.count)
    for row in 0..<raw.count {
      let source = source(row)
      guard source.fieldColumns[column.name] != nil else {
        values.append(.missing(.notReported))
        continue
      }
      let text = raw.columns[form.fields.count + index].text(row)
      let scale = source.fieldScales[column.name] ?? 1
      let habit = habits[raw.files[row]]?.manner(column.field, scale: scale)
      let reading = reader.read(text, habit ?? Manner(scale: scale))
      values.append(reading.value)
      if let remark = reading.remark { note(remark, text, row: row, part: column) }
    }
    return values
  }

  /// The set that a file reports a field by: the one with fewest columns lacking.
  private func reportedSet(field: Int, file: Int) -> Int? {
    let columns = sources.file(file).fieldColumns
    var best: (set: Int, lacking: Int)?
    for set in form.fields[field].partSets {
      let own = form.partColumns.filter { $0.field == field && $0.set == set }
      let lacking = own.count { columns[$0.name] == nil }
      if lacking < own.count, lacking < best?.lacking ?? .max { best = (set, lacking) }
    }
    return best?.set
  }

  private mutating func combine(_ row: Int, field: Int, set: Int) {
    let sum = sum(row, field: field, set: set)
    let isWhole = sum.missing.isEmpty
    switch cells[field][row] {
    case .number(let own):
      if isWhole, let total = sum.total, total != own {
        remark(differs(row, field: field, set: set, own: own, total: total), row: row)
      }
    case .missing(.notReported):
      guard isWhole, let total = sum.total else {
        if sum.missing.count < form.partSets[set].parts.count || sum.isIllegible {
          remark(lacking(row, field: field, set: set, sum), row: row)
        }
        if sum.isIllegible { cells[field][row] = .missing(.illegible) }
        return
      }
      cells[field][row] = sum.isNoCase ? .missing(.noCase) : .number(total)
    case .missing(.noCase):
      if isWhole, let total = sum.total, total != .zero {
        remark(differs(row, field: field, set: set, own: .zero, total: total), row: row)
      }
    default: return
    }
  }

  private func sum(_ row: Int, field: Int, set: Int) -> PartSum {
    var sum = PartSum(total: .zero)
    for (index, column) in form.partColumns.enumerated()
    where column.field == field && column.set == set {
      switch partCells[index][row] {
      case .number(let value):
        sum.isNoCase = false
        sum.total = sum.total.flatMap { FixedDecimal.adding($0, value) }
      case .missing(.noCase), .missing(.notApplicable): continue
      case .missing(.illegible):
        sum.isIllegible = true
        sum.missing.append(column.part)
      default: sum.missing.append(column.part)
      }
    }
    return sum
  }

  /// Column of the first part of a set that the row's file has, or of the part asked for.
  private func column(_ row: Int, field: Int, set: Int, part: Int? = nil) -> Int? {
    let columns = source(row).fieldColumns
    return form.partColumns.filter { $0.field == field && $0.set == set }
      .sorted { ($0.part == part ? 0 : 1, $0.part) < ($1.part == part ? 0 : 1, $1.part) }
      .compactMap { columns[$0.name] }.first
  }

  private func differs(
    _ row: Int,
    field index: Int,
    set: Int,
    own: FixedDecimal,
    total: FixedDecimal
  ) -> Finding {
    let field = form.fields[index]
    let (year, parts) = (
      CellText.readable(.number(own), field), CellText.readable(.number(total), field)
    )
    return Finding(
      "parts-differ",
      .warning,
      at: location(row, field: index),
      sender: source(row).sender,
      field: field.name,
      year: source(row).year,
      found: raw.columns[index].text(row).trimmedBlanks,
      message: LocalisedText(
        vi: "'\(field.title.vietnamese)' cả năm ghi \(year.vietnamese), cộng các kỳ được "
          + "\(parts.vietnamese); số cả năm được dùng",
        en: "found \(year.english) for '\(field.title.english)', expected \(parts.english), "
          + "the sum of its parts; the year's own figure is used"
      ),
      isSensitive: field.isSensitive
    )
  }

  private func lacking(_ row: Int, field index: Int, set: Int, _ sum: PartSum) -> Finding {
    let field = form.fields[index]
    let parts = form.partSets[set].parts
    let names = sum.missing.map { parts[$0].title }
    let known = sum.total.map { CellText.readable(.number($0), field) }
    return Finding(
      "missing-part",
      field.isRequired ? .error : .warning,
      at: Location(
        file: source(row).path,
        line: raw.lines[row],
        column: column(row, field: index, set: set, part: sum.missing.first)
      ),
      sender: source(row).sender,
      field: field.name,
      year: source(row).year,
      message: LocalisedText(
        vi: "'\(field.title.vietnamese)' thiếu \(names.map(\.vietnamese).joined(separator: ", ")); "
          + "các kỳ còn lại cộng được \(known?.vietnamese ?? "?"), cả năm coi như chưa báo cáo",
        en: "found no figure of \(names.map(\.english).joined(separator: ", ")) for "
          + "'\(field.title.english)', expected all parts of the year; the others make "
          + "\(known?.english ?? "?"), the year counts as not reported"
      ),
      isSensitive: field.isSensitive
    )
  }

  private mutating func note(
    _ remark: CellReading.Remark,
    _ text: String,
    row: Int,
    part column: PartColumn
  ) {
    let field = form.fields[column.field]
    let source = source(row)
    let place = source.fieldColumns[column.name]
    let text = text.trimmedBlanks
    let finding = Finding(
      remark.code,
      remark.isFault ? .error : .warning,
      at: Location(file: source.path, line: raw.lines[row], column: place),
      sender: source.sender,
      field: field.name,
      year: source.year,
      found: remark.hidesText ? "***" : text,
      expected: remark.expected,
      isSensitive: field.isSensitive
    )
    self.remark(finding, row: row, cell: remark.isFault ? text : nil)
  }
}
