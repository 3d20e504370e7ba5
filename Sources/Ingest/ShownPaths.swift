import Diagnostics
import PersonalData

/// Gives files whose names tell of a person a name that may be published.
///
/// Tables, messages and reports name files by these paths alone; the files themselves are opened
/// where they lie.
///
/// - Parameter files: The files; their paths are changed.
/// - Returns: A finding for each path that was changed.
func showPaths(_ files: inout [FoundFile]) -> [Finding] {
  var findings: [Finding] = []
  var taken = Set(files.map(\.sent.path))
  for index in files.indices {
    guard let masked = PersonalPath.masked(files[index].sent.path) else { continue }
    var path = masked
    var copy = 1
    while !taken.insert(path).inserted {
      copy += 1
      path = "\(masked)#\(copy)"
    }
    let sent = files[index].sent
    files[index].sent.path = path
    files[index].misplaced = files[index].misplaced?.at(path: path)
    findings.append(.personalFileName(path, sender: sent.sender, year: sent.year))
  }
  return findings
}

/// A path as tables and messages show it, with what the file's name tells of persons masked.
package func shownPath(_ path: String) -> String {
  // Folders above are the caller's own.
  guard let slash = path.lastIndex(of: "/") else { return PersonalPath.masked(path) ?? path }
  let name = String(path[path.index(after: slash)...])
  return path[...slash] + (PersonalPath.masked(name) ?? name)
}

extension Finding {
  static func personalFileName(_ path: String, sender: String, year: Int?) -> Finding {
    Finding(
      "personal-file-name",
      .warning,
      at: Location(file: path),
      sender: sender,
      year: year,
      message: LocalisedText(
        vi: "tên tệp có họ tên hay số của cá nhân, đã che; hãy đặt tên tệp theo biểu, đơn vị và "
          + "năm",
        en: "found a name or a number of a person in the file's name, which is masked; name the "
          + "file by form, unit and year"
      )
    )
  }
}
