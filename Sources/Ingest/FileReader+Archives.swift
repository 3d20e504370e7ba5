import Archives
import Diagnostics
import PersonalData
import Tables
import VietnameseText

extension FileReader {
  /// Reads the files in an archive; each has its own row, and the archive has one for its bytes.
  func unpack(_ bytes: [UInt8], _ kind: ArchiveKind, of found: FoundFile) -> [ReadFile] {
    let file = found.sent
    var outer = ReadFile(row: row(of: file, .bytes(bytes)))
    outer.row.status = .unpacked
    var inner: [ReadFile] = []
    var idle = 0
    var names: Set<String> = []
    let fault = readArchive(bytes, as: kind) { entry in
      let name = kind == .gzip ? file.path.nameWithoutGzip : entry.name
      guard !name.isOfSystem else {
        idle += 1
        return
      }
      let masked = PersonalPath.masked(name)
      var shown = masked ?? name
      while !names.insert(shown).inserted { shown += "#\(inner.count + 1)" }
      inner.append(read(entry, named: name, shown: shown, of: found))
      if masked != nil {
        let path = inner[inner.count - 1].row.path
        outer.findings.append(
          .personalFileName(path, sender: file.sender, year: file.year)
        )
      }
    }
    if let fault { outer.findings.append(.archive(fault, file)) }
    if inner.isEmpty, kind == .zip, fault == .damaged, !FileName(file.path).isArchive {
      // Under another name it is likelier a workbook that was cut off than an archive.
      let context = FileContext(path: file.path, sender: file.sender, year: file.year)
      outer.setAside(context.undecodable(.binary(.archive)))
    } else if inner.isEmpty {
      outer.setAside(fault.map { .archive($0, file) } ?? .emptyArchive(file))
    } else {
      outer.findings.append(.unpackedArchive(file, files: inner.count, idle: idle))
    }
    return [outer] + inner
  }

  private func read(
    _ entry: ArchiveEntry,
    named name: String,
    shown: String,
    of found: FoundFile
  ) -> ReadFile {
    var file = found
    file.sent.path += "/" + shown
    switch entry.content {
    case .success(let bytes):
      file.sent.contents = .memory(bytes)
      if !FileName(name).isTable {
        file.misplaced = Finding.unknownExtension(
          file.sent.path,
          sender: file.sent.sender,
          year: file.sent.year ?? 0
        )
      } else if ArchiveKind(opening: bytes) != nil {
        file.misplaced = .nestedArchive(file.sent)
      }
      return read(file, .bytes(bytes))
    case .failure(let failure):
      var result = ReadFile(row: row(of: file.sent, .unreadable))
      result.setAside(.archive(failure.fault, file.sent))
      return result
    }
  }
}

extension ArchiveKind {
  /// The kind of archive that is opened for the files in it.
  ///
  /// Workbooks are zip archives too, and are left to be told as what they are.
  init?(opening bytes: [UInt8]) {
    guard let kind = ArchiveKind(signatureOf: bytes), !Self.isWorkbook(bytes) else { return nil }
    guard kind == .gzip || !entryNames(inZip: bytes).contains(where: Self.isPartOfDocument) else {
      return nil
    }
    self = kind
  }

  /// Whether an entry is a part of a workbook or another document, of which some may be cut off.
  private static func isPartOfDocument(_ name: String) -> Bool {
    ["[Content_Types].xml", "mimetype", "META-INF/manifest.xml", "_rels/.rels"].contains(name)
      || name.hasPrefix("docProps/")
  }

  /// Whether a file is one by its beginning, which is all that is left of some.
  private static func isWorkbook(_ bytes: [UInt8]) -> Bool {
    do {
      _ = try decode(bytes)
      return false
    } catch {
      return error == .binary(.workbook)
    }
  }
}

extension String {
  /// What a file is called that is compressed under this path.
  fileprivate var nameWithoutGzip: String {
    let name = split(separator: "/").last.map { String($0) } ?? self
    return name.lowercased().hasSuffix(".gz") ? String(name.dropLast(3)) : name
  }

  /// Whether a path in an archive is the system's and not a sender's.
  fileprivate var isOfSystem: Bool {
    split(separator: "/").contains { $0 == "__MACOSX" || $0.hasPrefix(".") }
  }
}
