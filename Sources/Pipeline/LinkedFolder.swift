import Foundation

/// A data folder of links to files that lie elsewhere; it is gone when nobody holds it any more.
final class LinkedFolder {
  let path: String
  private var count = 0

  init() throws(PipelineFailure) {
    path =
      FileManager.default.temporaryDirectory.appending(path: "chitieu-\(UUID().uuidString)")
      .path
    try Self.create(path)
  }

  deinit {
    // A leftover in the temporary folder is the system's to remove.
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Links a file as though it had come from there.
  ///
  /// - Parameters:
  ///   - file: Path of the file.
  ///   - origin: Year and sender.
  /// - Returns: The link's path in this folder.
  /// - Throws: `PipelineFailure.publication` where the link cannot be made.
  @discardableResult
  func add(_ file: String, as origin: FileOrigin) throws(PipelineFailure) -> String {
    // Files of one name may come from several folders.
    let folder = "\(origin.year)/\(origin.sender)/\(count)"
    count += 1
    try Self.create("\(path)/\(folder)")
    let link = "\(folder)/\(URL(fileURLWithPath: file).lastPathComponent)"
    do {
      try FileManager.default.createSymbolicLink(
        atPath: "\(path)/\(link)",
        withDestinationPath: URL(fileURLWithPath: file).standardizedFileURL.path
      )
    } catch {
      throw .publication(.cannotCreate("\(path)/\(link)"))
    }
    return link
  }

  private static func create(_ folder: String) throws(PipelineFailure) {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw .publication(.cannotCreate(folder))
    }
  }
}
