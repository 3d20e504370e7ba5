import DelimitedText
import Diagnostics
import Parallel
import PersonalData
import Plan
import Tables
import VietnameseText

/// Finds the columns that would carry data of persons into the pipeline, by header and by content.
struct PersonalColumns: Sendable {
  /// Names and words of the plan, which are nobody's name whatever they look like.
  private let known: Set<NameKey>

  /// Distinct texts of a column that are looked at; a list of persons shows long before.
  private static let mostTexts = 2_000

  /// Columns to the right of the header that are looked at.
  private static let widest = 16

  init(_ plan: Plan) {
    var texts = plan.orgUnits.all.flatMap { [$0.name] + $0.aliases }
    for form in plan.forms {
      texts += [form.title.vietnamese, form.title.english]
      for field in form.fields {
        texts += [field.title.vietnamese, field.title.english] + field.headers.map(\.text)
        for category in field.categories {
          texts += [category.value, category.label.vietnamese, category.label.english]
          texts += category.spellings
        }
      }
    }
    for sender in plan.senders {
      texts += [sender.title, sender.short].flatMap { [$0.vietnamese, $0.english] }
    }
    let words = plan.words
    texts += words.none + words.notReported + words.notApplicable + words.total + words.signature
    var known = Set(texts.map { NameKey($0) })
    // Units are called without their kind, too.
    let heads = plan.unitPrefixes.mapValues { $0.map { NameKey($0).folded + " " } }
    for unit in plan.orgUnits.all {
      guard let heads = heads[unit.kind] else { continue }
      let key = NameKey(unit.name).folded
      for head in heads where key.utf8.starts(with: head.utf8) {
        known.insert(NameKey(String(Substring(key.utf8.dropFirst(head.utf8.count)))))
      }
    }
    self.known = known
  }

  /// A column of a table that the form does not ask for and that lists persons by its header.
  static func first(in batch: RecordBatch, _ match: HeaderMatch) -> Int? {
    // Under a group's cell the lowest one tells, or all of them together.
    (match.unknown + match.ambiguous).sorted().first {
      PersonalHeader.matches(match.lowest[$0]) || PersonalHeader.matches(match.text($0))
    }
  }

  /// The same where no form was recognised: any row of headers may be the one.
  static func firstByHeader(in batch: RecordBatch) -> (record: Int, column: Int)? {
    for record in 0..<min(batch.recordCount, HeaderSearch.deepest) {
      let columns = 0..<batch.fieldCount(of: record)
      guard columns.count(where: { !RowLayout.isBlank(batch, record, $0) }) > 1 else { continue }
      if let column = columns.first(where: { PersonalHeader.matches(batch.text(record, $0)) }) {
        return (record, column)
      }
    }
    return nil
  }

  /// The first column whose cells are those of persons, where no form was recognised.
  ///
  /// Dates are let pass: without a header nothing tells births from openings, and the file is not
  /// used in any case.
  func first(in batch: RecordBatch) -> Int? {
    let head = 0..<min(batch.recordCount, HeaderSearch.deepest)
    let width = head.map { batch.fieldCount(of: $0) }.max() ?? 0
    return (0..<width).first { column in
      let texts = Self.texts(of: column, in: batch, 0..<batch.recordCount)
      return hasNumber(texts, [.citizenCard, .telephone], isKey: false)
        || listsPersons(texts, PersonalColumn(.unknown, header: "", year: nil))
    }
  }

  /// The first column of a table whose cells are those of persons.
  ///
  /// Numbers in notes are left alone here, since each of them is masked in its place.
  ///
  /// - Parameters:
  ///   - batch: The records of the file.
  ///   - cells: The columns that have a header, rows of data alone.
  ///   - match: The header.
  ///   - form: Its form.
  ///   - year: The file's year.
  ///   - jobs: The most threads.
  /// - Returns: The column; nil where there is none.
  func first(
    in batch: RecordBatch,
    _ cells: [TextColumn],
    _ match: HeaderMatch,
    _ form: Form,
    year: Int?,
    jobs: Int
  ) -> Int? {
    var fields: [Int: Field] = [:]
    for (field, column) in zip(form.fields, match.columns) {
      if let column { fields[column] = field }
    }
    // Figures of a part of the year, which one field has several columns of.
    let parts = Set(match.partColumns.compactMap { $0 })
    let isPersonal = parallelMap(cells.count, jobs: jobs) { [fields] column in
      let (texts, field) = (cells[column].texts, fields[column])
      if field?.role != .note,
        hasNumber(texts, shapes(of: field), isKey: field.map(isKey) ?? false)
      {
        return true
      }
      let standing: PersonalColumn.Standing =
        if let field { field.role == .note ? .note : .known } else {
          parts.contains(column) ? .known : .unknown
        }
      return listsPersons(
        texts,
        PersonalColumn(standing, header: match.text(column), year: year)
      )
    }
    // Cells to the right of the last header break their rows.
    return isPersonal.firstIndex(of: true)
      ?? beyond(cells.count, in: batch, below: match.record, year: year)
  }

  /// Cells to the right of the header, whose rows are not used in any case.
  private func beyond(_ width: Int, in batch: RecordBatch, below header: Int, year: Int?) -> Int? {
    let records = ((header + 1)..<max(header + 1, batch.recordCount)).filter {
      !batch.isFaulty($0) && batch.fieldCount(of: $0) > width
    }
    guard !records.isEmpty else { return nil }
    return (width..<(width + Self.widest)).first { column in
      let personal = PersonalColumn(.unknown, header: "", year: year)
      return listsPersons(Self.texts(of: column, in: batch, records), personal)
    }
  }

  /// The texts of a column, each of them once.
  private static func texts(
    of column: Int,
    in batch: RecordBatch,
    _ records: some Sequence<Int>
  ) -> TextArena {
    var coder = TextCoder()
    for record in records { _ = batch.withBytes(record, column) { coder.code(of: $0) } }
    return coder.texts
  }

  private func isKey(_ field: Field) -> Bool { field.role == .key || field.role == .reference }

  /// Numbers that a column cannot have for another reason.
  private func shapes(of field: Field?) -> [PersonalNumber] {
    // Nothing says that figures of an unknown column are no amounts, which begin with no nought.
    guard let field else { return [.citizenCard, .telephone, .account] }
    // Keys of things may well have nine digits, or ten with a nought in front.
    if isKey(field) { return [.citizenCard] }
    return field.type == .string
      ? [.citizenCard, .identityCard, .telephone, .account] : [.citizenCard, .telephone]
  }

  private func hasNumber(_ texts: TextArena, _ shapes: [PersonalNumber], isKey: Bool) -> Bool {
    let fewest =
      shapes == [.citizenCard] ? PersonalNumber.citizenDigits : PersonalNumber.fewestDigits
    return (0..<texts.count).contains { code in
      guard texts.withBytes(code, PersonalCells.digits) >= fewest else { return false }
      let text = texts.text(code)
      if let number = PersonalNumber(cell: text), shapes.contains(number) { return true }
      return isKey && PersonalNumber.isCitizenCard(in: text)
    }
  }

  private func listsPersons(_ texts: TextArena, _ personal: PersonalColumn) -> Bool {
    // Held once: threads that count it up and down for each text stand in each other's way.
    let known = known
    var personal = personal
    var seen = 0
    for code in 0..<texts.count where seen < Self.mostTexts {
      // Cells of a few signs are nobody's.
      guard texts.range(code).count >= 4 else { continue }
      seen += 1
      let text = texts.text(code).headOfCell
      let key = NameKey(text)
      guard !key.isEmpty, !known.contains(key) else { continue }
      personal.add(text)
    }
    return personal.isPersonal
  }
}
