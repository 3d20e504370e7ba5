import Foundation
package import Tables

/// Writes files into a folder that may hold others; what a sender has filled in is never replaced.
///
/// - Parameters:
///   - files: The files.
///   - folder: The folder; made if need be.
/// - Returns: Paths of the files written.
/// - Throws: `PipelineFailure.publication` where a file exists or cannot be written.
package func write(
  _ files: [StageFile],
  into folder: String
) throws(PipelineFailure) -> [String] {
  let folder = withoutSlash(folder)
  for file in files where FileManager.default.fileExists(atPath: "\(folder)/\(file.name)") {
    throw .publication(.exists("\(folder)/\(file.name)"))
  }
  do {
    for file in files { try Publication.writeWhole(file, in: folder) }
  } catch {
    throw .publication(error)
  }
  return files.map { "\(folder)/\($0.name)" }
}
