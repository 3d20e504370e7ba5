import Diagnostics
import Foundation
import Glibc

/// Refuses places for results where something else would be lost.
///
/// A published folder replaces the one that stands in its place, and what stands there must be an
/// earlier one of this program: not the data, not the plan, not somebody's files.
struct OutputPlaces {
  /// Folders that are read: the data, the plan, a workspace.
  var inputs: [String]

  /// Checks places before anything is written.
  ///
  /// - Parameter folders: The places, with what an earlier result may have left there.
  /// - Throws: The first place that may not be replaced.
  func check(_ folders: [(place: String, names: ResultNames)]) throws(PublicationFailure) {
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

  /// Refuses places of several units of which one is another's, or lies in it.
  static func requireApart(_ places: [String]) throws(PublicationFailure) {
    // In order of their paths with a slash, what lies in a folder comes after it.
    let sorted = places.map { (path: "\(resolved($0))/", named: $0) }.sorted { $0.path < $1.path }
    for (place, next) in zip(sorted, sorted.dropFirst()) where next.path.hasPrefix(place.path) {
      throw .overlaps(place.named, next.named)
    }
  }

  /// Whether one folder is the other, or lies in it.
  private static func overlap(_ a: String, _ b: String) -> Bool {
    a == b || a.hasPrefix("\(b)/") || b.hasPrefix("\(a)/")
  }

  /// The path without links, also where its last parts do not exist yet.
  ///
  /// Part by part, since `..` after a link leads to where the link leads and up from there.
  private static func resolved(_ path: String) -> String {
    let whole =
      path.hasPrefix("/") ? path : "\(FileManager.default.currentDirectoryPath)/\(path)"
    var place = "/"
    var parts = whole.split(separator: "/").map(String.init)[...]
    while let part = parts.first, let real = real("\(place)/\(part)") {
      place = real
      parts.removeFirst()
    }
    var rest = place == "/" ? [] : place.split(separator: "/").map(String.init)
    for part in parts where part != "." {
      if part == ".." {
        _ = rest.popLast()
      } else {
        rest.append(part)
      }
    }
    return "/" + rest.joined(separator: "/")
  }

  private static func real(_ path: String) -> String? {
    guard let real = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  /// What is not there, is empty, or holds only what this program writes may be replaced.
  private static func checkReplaceable(
    _ place: String,
    _ names: ResultNames
  ) throws(PublicationFailure) {
    let attributes = try? FileManager.default.attributesOfItem(atPath: place)
    guard let attributes else { return }
    guard attributes[.type] as? FileAttributeType == .typeDirectory else { throw .exists(place) }
    if let foreign = names.foreign(in: place) { throw .foreign(place, foreign) }
  }
}
