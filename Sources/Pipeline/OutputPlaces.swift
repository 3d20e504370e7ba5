import Diagnostics
import Foundation

/// Refuses places for results where something else would be lost.
///
/// A published folder replaces the one that stands in its place, and what stands there must be an
/// earlier one of this program: not the data, not the plan, not somebody's files.
struct OutputPlaces {
  /// Folders that are read: the data, the plan, a workspace.
  var inputs: [String]

  /// Checks places before anything is written.
  ///
  /// - Parameter folders: The places, with the names that an earlier result may have left there.
  /// - Throws: The first place that may not be replaced.
  func check(_ folders: [(place: String, names: Set<String>)]) throws(PublicationFailure) {
    let places = folders.map { Self.resolved($0.place) }
    let inputs = inputs.map(Self.resolved)
    for (index, place) in places.enumerated() {
      for input in inputs where Self.overlap(place, input) {
        throw .overlaps(folders[index].place, input)
      }
      for other in places.indices.dropFirst(index + 1) where Self.overlap(place, places[other]) {
        throw .overlaps(folders[index].place, folders[other].place)
      }
      try Self.checkReplaceable(folders[index].place, folders[index].names)
    }
  }

  /// Whether one folder is the other, or lies in it.
  private static func overlap(_ a: String, _ b: String) -> Bool {
    a == b || a.hasPrefix("\(b)/") || b.hasPrefix("\(a)/")
  }

  /// The path without links, also where its last parts do not exist yet.
  private static func resolved(_ path: String) -> String {
    var url = URL(fileURLWithPath: path).standardizedFileURL
    var missing: [String] = []
    while url.path != "/", !FileManager.default.fileExists(atPath: url.path) {
      missing.append(url.lastPathComponent)
      url = url.deletingLastPathComponent()
    }
    let existing = url.resolvingSymlinksInPath().path
    return missing.reversed().reduce(existing == "/" ? "" : existing) { "\($0)/\($1)" }
  }

  /// What is not there, is empty, or holds only what this program writes may be replaced.
  private static func checkReplaceable(
    _ place: String,
    _ names: Set<String>
  ) throws(PublicationFailure) {
    let attributes = try? FileManager.default.attributesOfItem(atPath: place)
    guard let attributes else { return }
    guard attributes[.type] as? FileAttributeType == .typeDirectory else { throw .exists(place) }
    let present = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
    // Tables of an earlier version of the plan have other names.
    let foreign = present.filter { !names.contains($0) && !$0.hasSuffix(".csv") }.sorted()
    if let first = foreign.first { throw .foreign(place, first) }
  }
}
