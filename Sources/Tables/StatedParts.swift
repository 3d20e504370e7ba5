package import VietnameseText

/// The parts of a year that files state in their names, in the titles above their tables and in the
/// labels of groups of rows.
package struct StatedParts: Sendable {
  private var names: [Int: PartOfYear] = [:]
  private var titles: [Int: PartOfYear] = [:]
  /// From top to bottom.
  private var labels: [Int: [(line: Int, part: PartOfYear)]] = [:]

  package init(_ files: [SourceFileRow], _ notes: [NoteRow]) {
    for file in files {
      // Folders below the sender's may be named by the part too.
      let path = file.path.split(separator: "/").dropFirst(2).joined(separator: " ")
      if let part = PartOfYear(statedIn: String(path.prefix(512))) { names[file.file] = part }
    }
    for note in notes {
      guard let part = PartOfYear(note.text) else { continue }
      switch note.kind {
      case .group: labels[note.file, default: []].append((note.line, part))
      case .title: titles[note.file] = titles[note.file] ?? part
      default: continue
      }
    }
  }

  /// The part that holds for a whole file; the title over its table comes before its name.
  package func part(file: Int) -> PartOfYear? { titles[file] ?? names[file] }

  /// The part that holds for a row: that of the nearest label above it, else the file's.
  package func part(file: Int, line: Int) -> PartOfYear? {
    labels[file]?.last { $0.line < line }?.part ?? part(file: file)
  }
}
