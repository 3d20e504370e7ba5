/// Kinds of archive that are opened.
package enum ArchiveKind: Sendable {
  case gzip
  case zip

  /// Finds the kind by the signature at the beginning.
  package init?(signatureOf bytes: [UInt8]) {
    let zips: [[UInt8]] = [[0x50, 0x4B, 3, 4], [0x50, 0x4B, 5, 6], [0x50, 0x4B, 7, 8]]
    if bytes.starts(with: [0x1F, 0x8B]) {
      self = .gzip
    } else if zips.contains(where: { bytes.starts(with: $0) }) {
      self = .zip
    } else {
      return nil
    }
  }
}

/// How much an archive may hold before it is no longer read.
package struct ArchiveLimits: Sendable {
  /// Bytes of all entries together.
  package var bytes: Int
  /// Bytes of all entries for each byte of the archive; text that repeats itself row by row packs
  /// to a fiftieth at best.
  package var ratio: Int
  /// Below so many bytes no ratio is looked at.
  package var harmless: Int
  package var entries: Int

  package init(
    bytes: Int = 1 << 28,
    ratio: Int = 200,
    harmless: Int = 1 << 20,
    entries: Int = 10_000
  ) {
    self.bytes = bytes
    self.ratio = ratio
    self.harmless = harmless
    self.entries = entries
  }

  /// Bytes that an archive of so many bytes may hold.
  fileprivate func most(from packed: Int) -> Int {
    let (product, overflows) = packed.multipliedReportingOverflow(by: ratio)
    return min(bytes, max(harmless, overflows ? bytes : product))
  }
}

/// Why an archive, or one of its entries, could not be read to its end.
package enum ArchiveFault: Sendable, Equatable {
  case damaged
  case encrypted
  /// It holds more than the limits allow.
  case tooLarge
}

/// A file in an archive.
package struct ArchiveEntry: Sendable {
  /// Its path in the archive, fit to be shown; it is never used as a path on disk.
  package var name: String
  package var content: Result<[UInt8], EntryFailure>

  package struct EntryFailure: Error, Sendable, Equatable { package var fault: ArchiveFault }
}

/// Names of the entries in a zip archive.
package func entryNames(inZip bytes: [UInt8]) -> [String] {
  unsafe bytes.withUnsafeBufferPointer { buffer in
    let archive = unsafe LibArchive(buffer)
    var names: [String] = []
    while names.count < ArchiveLimits().entries, case .entry(let header) = archive.next() {
      names.append(entryName(header.name))
    }
    return names
  }
}

/// Reads the files of an archive one after the other; folders and links are passed over.
///
/// - Parameters:
///   - bytes: The archive.
///   - kind: Its kind; a compressed file holds one file, whose name is empty.
///   - limits: How much it may hold.
///   - visit: Called with each file; no two have one name.
/// - Returns: Why the archive was not read to its end; nil where it was.
package func readArchive(
  _ bytes: [UInt8],
  as kind: ArchiveKind,
  limits: ArchiveLimits = ArchiveLimits(),
  _ visit: (ArchiveEntry) -> Void
) -> ArchiveFault? {
  unsafe bytes.withUnsafeBufferPointer { buffer in
    var left = limits.most(from: bytes.count)
    switch kind {
    case .zip: return unsafe readZip(LibArchive(buffer), limits, &left, visit)
    case .gzip:
      var file = unsafe Gzip(buffer)
      let content = content(&left) { file.read(upTo: $0) }
      visit(ArchiveEntry(name: "", content: content))
      if case .failure(let failure) = content { return failure.fault }
      return nil
    }
  }
}

private func readZip(
  _ archive: borrowing LibArchive,
  _ limits: ArchiveLimits,
  _ left: inout Int,
  _ visit: (ArchiveEntry) -> Void
) -> ArchiveFault? {
  var names: Set<String> = []
  for count in 1... {
    let header: LibArchive.Header
    switch archive.next() {
    case .end: return nil
    case .damaged: return .damaged
    case .entry(let found): header = found
    }
    guard count <= limits.entries else { break }
    guard header.isFile else { continue }
    var entry = ArchiveEntry(name: entryName(header.name), content: .success([]))
    // A name that an archive has twice is told by its place.
    while !names.insert(entry.name).inserted { entry.name += "#\(count)" }
    entry.content =
      header.isEncrypted
      ? .failure(.init(fault: .encrypted)) : content(&left) { archive.read(upTo: $0) }
    visit(entry)
    if case .failure(let failure) = entry.content, failure.fault == .tooLarge { break }
  }
  return .tooLarge
}

/// Reads a content piece by piece, so that no more is held than may be.
private func content(
  _ left: inout Int,
  _ read: (Int) -> [UInt8]?
) -> Result<[UInt8], ArchiveEntry.EntryFailure> {
  var content: [UInt8] = []
  while true {
    guard let next = read(1 << 16) else { return .failure(.init(fault: .damaged)) }
    if next.isEmpty { return .success(content) }
    left -= next.count
    guard left >= 0 else { return .failure(.init(fault: .tooLarge)) }
    content += next
  }
}
