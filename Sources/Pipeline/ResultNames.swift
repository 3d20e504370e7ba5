import Foundation
import Packages
import Reports

/// What a folder of results may hold; anything else in it is somebody's.
struct ResultNames {
  /// Names of files.
  var files: Set<String> = []
  /// Ending of other files; tables of an earlier version of a plan have other names.
  var ending: String?
  /// Folders, with what they may hold.
  var folders: [String: ResultNames] = [:]

  /// Tables that a stage leaves for the next.
  static let stage = ResultNames(ending: ".csv")
  /// What a unit hands up.
  static let package = ResultNames(files: [FactsPackage.descriptor], ending: ".csv")
  /// A publication, with what earlier versions of a plan put into it.
  static let reports = ResultNames(
    files: [PublishedFile.report],
    folders: [
      PublishedFile.tables: package,
      PublishedFile.lists: ResultNames(ending: ".md"),
      PublishedFile.unitSheets: ResultNames(ending: ".md"),
      PublishedFile.rolledUpSheets: ResultNames(ending: ".md"),
    ]
  )

  /// Those of the kind of folder that files make.
  init(of files: [String]) {
    let names = Set(files)
    if names.contains(PublishedFile.report) {
      self = .reports
    } else {
      self = names.contains(FactsPackage.descriptor) ? .package : .stage
    }
  }

  private init(
    files: Set<String> = [],
    ending: String? = nil,
    folders: [String: ResultNames] = [:]
  ) {
    self.files = files
    self.ending = ending
    self.folders = folders
  }

  /// The first thing in a folder, by name, that no run has put there; nil where there is none, and
  /// the folder itself, as a full stop, where nobody may look into it.
  func foreign(in folder: String) -> String? {
    guard let present = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      return Self.isFolder(folder) ? "." : nil
    }
    for name in present.sorted() {
      let path = "\(folder)/\(name)"
      if Self.isFolder(path) {
        guard let own = folders[name] else { return name }
        if let inner = own.foreign(in: path) { return "\(name)/\(inner)" }
      } else if !files.contains(name), ending.map({ name.hasSuffix($0) }) != true {
        return name
      }
    }
    return nil
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    let exists = unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    return exists && isFolder.boolValue
  }
}
