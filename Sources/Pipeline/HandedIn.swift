import Diagnostics
import Foundation
import Ingest
import Packages
import Parallel
package import Plan

/// What lies in a data folder: the files of one unit's senders, or what several units hand in.
indirect enum HandedIn: Sendable {
  /// Data of one unit that has the plan.
  case data(folder: String, unit: String)
  case package(folder: String, FactsPackage)
  /// A folder of such folders, with the unit that its description names.
  case parts(folder: String, unit: String?, [HandedIn])

  /// Looks through a folder without reading what was sent.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - plan: The plan.
  ///   - jobs: The most threads, which read packages.
  /// - Throws: `PipelineFailure` where something there is neither data nor a package.
  init(_ folder: String, of plan: Plan, jobs: Int) throws(PipelineFailure) {
    self = try HandedIn(folder, of: plan, jobs: jobs, depth: 0)
  }

  private init(_ folder: String, of plan: Plan, jobs: Int, depth: Int) throws(PipelineFailure) {
    if FactsPackage.isPackage(folder) {
      self = .package(folder: folder, try readPackage(folder))
      return
    }
    let unit = try dataset(of: folder).unit
    let folders = Self.names(in: folder).filter { Self.isFolder("\(folder)/\($0)") }
    // Real trees of units are not this deep; a link could lead round in circles.
    guard depth < 8, folders.contains(where: { Self.isPart("\(folder)/\($0)") }) else {
      self = .data(folder: folder, unit: unit ?? plan.unit)
      return
    }
    let names = Self.names(in: folder).filter { !Self.isDescription($0) }
    let found = parallelMap(names.count, jobs: jobs) { place in
      Result { () throws(PipelineFailure) in
        let path = "\(folder)/\(names[place])"
        guard Self.isPart(path) else { throw .noPart(path) }
        return try HandedIn(path, of: plan, jobs: 1, depth: depth + 1)
      }
    }
    var parts: [HandedIn] = []
    for part in found { parts.append(try part.get()) }
    self = .parts(folder: folder, unit: unit, parts)
  }

  private static func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .filter { !$0.hasPrefix(".") }.sorted()
  }

  private static func isFolder(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(path)/.")
  }

  private static func isPart(_ folder: String) -> Bool {
    FactsPackage.isPackage(folder)
      || FileManager.default.fileExists(atPath: "\(folder)/\(Dataset.fileName)")
  }

  private static func isDescription(_ name: String) -> Bool {
    name == Dataset.fileName || name.hasPrefix("README") || name.hasSuffix(".md")
  }

  var folder: String {
    switch self {
    case .data(let folder, _), .package(let folder, _), .parts(let folder, _, _): folder
    }
  }

  /// Each unit that has the plan with the folder that it comes in.
  var units: [(unit: String, folder: String)] {
    switch self {
    case .data(let folder, let unit): [(unit, folder)]
    case .package(let folder, let package): package.units.map { ($0.unit, folder) }
    case .parts(_, _, let parts): parts.flatMap(\.units)
    }
  }

  /// Folders of data with the codes of their units.
  var dataFolders: [(folder: String, unit: String)] {
    switch self {
    case .data(let folder, let unit): [(folder, unit)]
    case .package: []
    case .parts(_, _, let parts): parts.flatMap(\.dataFolders)
    }
  }

  /// The last year of which anything was handed in.
  func lastYear(_ plan: Plan) -> Int? {
    switch self {
    case .data(let folder, _): plan.lastYear(in: folder)
    case .package(_, let package): package.year
    case .parts(_, _, let parts): parts.compactMap { $0.lastYear(plan) }.max()
    }
  }

  /// Makes sure that no unit comes twice, before anything is evaluated.
  func requireEachOnce() throws(PipelineFailure) {
    var seen: [String: String] = [:]
    for (unit, folder) in units {
      if let other = seen[unit] {
        throw .package(.twice(unit: unit, first: other, second: folder))
      }
      seen[unit] = folder
    }
  }
}

extension HandedIn {
  /// Packages with their folders.
  private var packages: [(path: String, package: FactsPackage)] {
    switch self {
    case .data: []
    case .package(let folder, let package): [(folder, package)]
    case .parts(_, _, let parts): parts.flatMap(\.packages)
    }
  }

  /// Makes sure that packages fit the plan and each other, before anything is evaluated.
  func requireFitting(_ plan: Plan, year: Int, jobs: Int) throws(PipelineFailure) {
    if !packages.isEmpty { _ = try merge(plan, packages, year: year, jobs: jobs) }
  }
}

/// Reads a package that a unit handed up.
func readPackage(_ folder: String) throws(PipelineFailure) -> FactsPackage {
  do {
    return try FactsPackage(reading: withoutSlash(folder))
  } catch {
    throw .package(error)
  }
}

/// Puts packages together as one.
///
/// - Parameters:
///   - plan: The plan that all have to be of.
///   - packages: Packages with the paths that messages name them by.
///   - year: The year that they have to be of; nil for that of the first.
///   - jobs: The most threads.
/// - Returns: All units' facts.
/// - Throws: `PipelineFailure` where packages do not fit together.
func merge(
  _ plan: Plan,
  _ packages: [(path: String, package: FactsPackage)],
  year: Int? = nil,
  jobs: Int
) throws(PipelineFailure) -> FactsPackage {
  do {
    return try FactsPackage(merging: packages, of: plan, year: year, jobs: jobs)
  } catch {
    throw .package(error)
  }
}

/// Reads packages, puts them together and writes the result, or nothing.
///
/// - Parameters:
///   - plan: The plan that all have to be of.
///   - folders: Folders of packages.
///   - out: Folder of the package of all of them.
///   - jobs: The most threads.
/// - Returns: Codes of the units whose facts it holds.
/// - Throws: `PipelineFailure` where packages do not fit together or cannot be written.
package func mergePackages(
  _ plan: Plan,
  _ folders: [String],
  into out: String,
  jobs: Int
) throws(PipelineFailure) -> [String] {
  let read = parallelMap(folders.count, jobs: jobs) { place in
    Result { () throws(PipelineFailure) in try readPackage(folders[place]) }
  }
  var packages: [(path: String, package: FactsPackage)] = []
  for (folder, package) in zip(folders, read) {
    packages.append((withoutSlash(folder), try package.get()))
  }
  let package = try merge(plan, packages, jobs: jobs)
  try publish(
    [(withoutSlash(out), package.written(of: plan))],
    reading: folders + [plan.folder],
    jobs: jobs
  )
  return package.units.map(\.unit)
}
