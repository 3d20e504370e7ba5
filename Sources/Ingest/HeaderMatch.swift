import DelimitedText
import Diagnostics
import Plan
import VietnameseText

/// A record read as the header of a form.
struct HeaderMatch: Sendable {
  /// Position of the form in the plan.
  var form: Int
  var record: Int
  /// For each field of the form the column (0-based) that holds it, and its scale.
  var columns: [Int?]
  var scales: [Int]
  /// Columns whose header names a field that an earlier column names.
  var duplicates: [Int]
  /// Columns that no field claims; ordinal numbers are not among them.
  var unknown: [Int]

  var matched: Int { columns.count { $0 != nil } }
}

/// The headers that a form accepts.
struct FormHeaders: Sendable {
  let form: Int
  let fieldCount: Int
  /// Fields without which rows mean nothing.
  let essential: [Int]
  /// Fields that tell forms apart; notes are much the same everywhere.
  let telling: [Int]
  private let spellings: [NameKey: (field: Int, scale: Int)]

  /// Headers of the column that merely counts the rows.
  static let ordinals: Set<NameKey> = Set(
    ["stt", "tt", "số tt", "số thứ tự", "no"].map { NameKey($0) }
  )

  init(_ form: Form, at position: Int) {
    self.form = position
    fieldCount = form.fields.count
    var spellings: [NameKey: (field: Int, scale: Int)] = [:]
    for (index, field) in form.fields.enumerated() {
      let own = [field.title.vietnamese, field.title.english, field.name]
      let all = field.headers.map { ($0.text, $0.scale) } + own.map { ($0, 1) }
      for (text, scale) in all where spellings[NameKey(text)] == nil {
        spellings[NameKey(text)] = (index, scale)
      }
    }
    self.spellings = spellings
    // The folder gives the year, and the sender's unit where rows are about it.
    let given = Set(
      [form.yearField, form.covers == .members ? nil : form.unitField].compactMap { $0 }
    )
    let identifying = form.primaryKey + (form.unitField.map { [$0] } ?? [])
    essential = Set(identifying).subtracting(given).sorted()
    telling = form.fields.indices.filter { form.fields[$0].role != .note }
  }

  /// Reads the cells of a record, folded, as this form's header.
  func match(_ keys: [NameKey], record: Int) -> HeaderMatch {
    var result = HeaderMatch(
      form: form,
      record: record,
      columns: Array(repeating: nil, count: fieldCount),
      scales: Array(repeating: 1, count: fieldCount),
      duplicates: [],
      unknown: []
    )
    for (column, key) in keys.enumerated() {
      if let (field, scale) = spellings[key], !key.isEmpty {
        guard result.columns[field] == nil else {
          result.duplicates.append(column)
          continue
        }
        result.columns[field] = column
        result.scales[field] = scale
      } else if !Self.ordinals.contains(key) {
        result.unknown.append(column)
      }
    }
    return result
  }
}

/// The header of a file, or the form that comes nearest.
enum HeaderSearch {
  case found(HeaderMatch)
  case unknown(nearest: HeaderMatch?)
  /// Two forms fit equally well.
  case ambiguous(HeaderMatch, HeaderMatch)

  /// Title rows above a header are fewer than this.
  static let deepest = 50

  /// How many more headers than the next form one must name where it has less than half.
  private static let clearLead = 3

  init(in batch: RecordBatch, forms: [FormHeaders]) {
    var best: [(match: HeaderMatch, headers: FormHeaders)] = []
    let rows = (0..<min(batch.recordCount, Self.deepest)).filter { !batch.isFaulty($0) }
    let keys = rows.map { record in
      (0..<batch.fieldCount(of: record)).map { NameKey(batch.text(record, $0).headOfCell) }
    }
    for headers in forms {
      var match: HeaderMatch?
      for (record, keys) in zip(rows, keys) {
        let next = headers.match(keys, record: record)
        if next.matched > match?.matched ?? 0 { match = next }
      }
      if let match { best.append((match, headers)) }
    }
    best.sort { Self.rank($0.match) > Self.rank($1.match) }
    let fitting = best.filter { entry in
      let others = best.filter { $0.match.form != entry.match.form }.map(\.match.matched)
      let lead = entry.match.matched - (others.max() ?? 0)
      return Self.fits(entry.match, entry.headers, lead: lead)
    }
    guard let first = fitting.first else {
      self = .unknown(nearest: best.first?.match)
      return
    }
    if fitting.count > 1, Self.rank(fitting[1].match) == Self.rank(first.match) {
      self = .ambiguous(first.match, fitting[1].match)
    } else {
      self = .found(first.match)
    }
  }

  /// The more headers the better; of two forms that name as many, the one that lacks fewer.
  private static func rank(_ match: HeaderMatch) -> (Int, Int) {
    (match.matched, -match.columns.count)
  }

  private static func fits(_ match: HeaderMatch, _ headers: FormHeaders, lead: Int) -> Bool {
    guard headers.essential.allSatisfy({ match.columns[$0] != nil }) else { return false }
    let told = headers.telling.count { match.columns[$0] != nil }
    return told * 2 >= headers.telling.count || lead >= clearLead
  }
}
