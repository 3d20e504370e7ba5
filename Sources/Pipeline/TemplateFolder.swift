import Foundation
package import Tables

/// Writes files into a folder that may hold others; what a sender has filled in is never replaced.
package func write(_ files: [StageFile], into folder: String) throws(PipelineFailure) {
  let folder = withoutSlash(folder)
  for file in files where FileManager.default.fileExists(atPath: "\(folder)/\(file.name)") {
    throw .publication(.exists("\(folder)/\(file.name)"))
  }
  do {
    for file in files { try Publication.writeWhole(file, in: folder) }
  } catch {
    throw .publication(error)
  }
}
