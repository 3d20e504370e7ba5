internal import Diagnostics
internal import Parallel
internal import Tables

/// Tells which matter findings are.
struct FindingMatters {
  /// Forms by paths of files.
  let forms: [String: String]
  private var known = FoundForColumns<CorrectionRow.Matter>()

  init(_ files: [SourceFileRow]) {
    forms = Dictionary(files.map { ($0.path, $0.form) }, uniquingKeysWith: { first, _ in first })
  }

  /// The matter of a finding.
  mutating func matter(of finding: Finding) -> CorrectionRow.Matter {
    known.value(of: finding) { [forms] in Self.matterOfColumn($0, forms) }
      .again(found: finding.found)
  }

  /// The matter of a finding but for what was found.
  static func matterOfColumn(
    _ finding: Finding,
    _ forms: [String: String]
  ) -> CorrectionRow.Matter {
    let file = finding.location.file
    let form = forms[file] ?? ""
    return CorrectionRow.Matter(
      sender: finding.sender,
      code: finding.code,
      form: form,
      // A corrected copy of a form may have another name.
      file: form.isEmpty ? file.split(separator: "/").last.map(String.init) ?? "" : "",
      field: finding.field,
      year: finding.year,
      found: ""
    )
  }
}

/// How many findings there are of each matter.
///
/// A country's column that is wrong throughout has as many matters as rows: they are put in order
/// column by column, which takes less room than to look each of them up.
struct CountedMatters {
  /// In the order of the rows of a publication.
  private(set) var counts: [(matter: CorrectionRow.Matter, count: Int)] = []

  /// Counts all findings that are no notes.
  init(_ findings: [Finding], _ files: [SourceFileRow], jobs: Int) {
    let forms = FindingMatters(files).forms
    var columns: [CorrectionRow.Matter: Int] = [:]
    var texts: [[String]] = []
    var places = FoundForColumns<Int>()
    for finding in findings where finding.severity > .note {
      let place = places.value(of: finding) { finding in
        let matter = FindingMatters.matterOfColumn(finding, forms)
        if let place = columns[matter] { return place }
        columns[matter] = texts.count
        texts.append([])
        return texts.count - 1
      }
      texts[place].append(finding.found)
    }
    let order = columns.map { matter, place in
      (row: CorrectionRow(matter: matter, state: .listed, count: 0), place: place)
    }
    .sorted { $0.row < $1.row || (!($1.row < $0.row) && $0.place < $1.place) }
    for (row, place) in order {
      var found: [String] = []
      swap(&found, &texts[place])
      found = parallelSorted(found, jobs: jobs)
      var start = 0
      for end in 1...found.count where end == found.count || found[end] != found[start] {
        counts.append((row.matter.again(found: found[start]), end - start))
        start = end
      }
    }
  }
}
