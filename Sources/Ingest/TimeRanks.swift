import Diagnostics
import Tables

/// Ranks files by their own time where nothing else tells which of them is the later one.
///
/// Times themselves stay out of the tables: a copied folder has new ones, and only the order of
/// files that were received on one day under names of one version depends on them.
func rankByTime(_ files: inout [ReadFile]) {
  struct Tie: Hashable {
    var form: String
    var sender: String
    var year: Int?
    var received: CalendarDate?
    var version: FileVersion
  }
  var ties: [Tie: [Int]] = [:]
  for (index, file) in files.enumerated() where file.row.status == .read {
    let row = file.row
    let tie = Tie(
      form: row.form,
      sender: row.sender,
      year: row.year,
      received: row.received,
      version: FileVersion(path: row.path)
    )
    ties[tie, default: []].append(index)
  }
  for tie in ties.values where tie.count > 1 {
    let distinct = Set(tie.compactMap { files[$0].modifiedSecond }).sorted()
    guard distinct.count > 1 else { continue }
    for index in tie {
      files[index].row.timeRank = files[index].modifiedSecond.flatMap {
        distinct.firstIndex(of: $0)
      }
    }
  }
}
