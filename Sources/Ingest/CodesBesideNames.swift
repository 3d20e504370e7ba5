import DelimitedText
import Diagnostics
import Plan
import VietnameseText

/// Columns of units' codes that stand beside columns of their names.
///
/// Both say which unit a row is about, and both are kept: the cells are put together as
/// `code - name`, and a code that disagrees with the name is found when units are settled.
struct CodesBesideNames {
  /// For each field the second column (0-based) that names its unit.
  private(set) var columns: [Int: Int] = [:]

  /// Finds them among the columns of a header that name a field again.
  ///
  /// - Parameters:
  ///   - match: The header.
  ///   - form: Its form.
  ///   - batch: The records of the file.
  init(_ match: HeaderMatch, _ form: Form, in batch: RecordBatch) {
    guard !match.duplicates.isEmpty else { return }
    let headers = (0..<batch.fieldCount(of: match.record)).map {
      batch.text(match.record, $0).headOfCell
    }
    for second in match.duplicates where second < headers.count {
      let key = NameKey(headers[second])
      for (index, field) in form.fields.enumerated()
      where field.role == .unit && columns[index] == nil {
        guard let first = match.columns[index], first < headers.count,
          Self.isCode(headers[first]) != Self.isCode(headers[second]),
          Self.spellings(field).contains(key)
        else { continue }
        columns[index] = second
      }
    }
  }

  private static func spellings(_ field: Field) -> Set<NameKey> {
    let own = [field.title.vietnamese, field.title.english, field.name]
    return Set((field.headers.map(\.text) + own).map { NameKey($0) })
  }

  /// Whether a header is of codes: "Mã …", "… code".
  static func isCode(_ header: String) -> Bool {
    let words = NameKey.accented(header).folded.split(separator: " ")
    return words.first == "mã" || words.first == "ma" || words.last == "code"
  }
}
