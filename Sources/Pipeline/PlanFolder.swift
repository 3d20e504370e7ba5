package import Diagnostics
import Foundation
import Ingest
package import Plan
import Reports

/// A plan folder as it was read, with all that is wrong with it.
package struct CheckedPlan: Sendable {
  package var plan: Plan
  package var findings: [Finding]
}

/// Reads a plan folder and checks it whole, its report templates too.
package func checkPlan(_ folder: String) throws(PipelineFailure) -> CheckedPlan {
  do {
    let loaded = try loadPlan(withoutSlash(folder))
    return CheckedPlan(
      plan: loaded.plan,
      findings: (loaded.findings + templateFaults(loaded.plan)).sorted()
    )
  } catch {
    throw .plan(error)
  }
}

/// Reads a plan that is to be run: one without errors.
package func usablePlan(_ folder: String) throws(PipelineFailure) -> Plan {
  let checked = try checkPlan(folder)
  let errors = checked.findings.filter { $0.severity == .error }
  guard errors.isEmpty else { throw .faultyPlan(folder: folder, errors) }
  return checked.plan
}

/// What a run evaluates: the plan for the unit that the data are of, and the year.
struct RunSource {
  var plan: Plan
  /// Code of the unit; nil for the plan's own.
  var unit: String?
  var data: String
  var year: Int
}

extension Plan {
  /// What is evaluated, as asked for or by default.
  func source(data: String?, year: Int?) throws(PipelineFailure) -> RunSource {
    let folder = try dataFolder(data, year: year)
    guard let year = year ?? lastYear(in: folder) else { throw .noYearInData(folder, years) }
    let named = try dataset(of: folder).unit
    let plan = try at(named, in: year, folder)
    // Above the units that have the plan nobody sends files.
    guard plan.rollUp == nil else { throw .unknownUnit(folder, plan.unit, year) }
    return RunSource(
      plan: plan,
      unit: plan.unit == unit ? nil : plan.unit,
      data: folder,
      year: year
    )
  }

  /// The folder of the data, as asked for or by default.
  func dataFolder(_ data: String?, year: Int?) throws(PipelineFailure) -> String {
    if let year, !years.all.contains(year) { throw .yearOutsidePlan(year, years) }
    guard let data = data ?? dataFolder.map(tidied) else { throw .noDataNamed(plan: id) }
    let folder = withoutSlash(data)
    // Only a folder has an entry for itself.
    guard FileManager.default.fileExists(atPath: "\(folder)/.") else {
      throw .noDataFolder(folder)
    }
    return folder
  }

  /// The last of the plan's years that a data folder has.
  func lastYear(in folder: String) -> Int? {
    years.all.reversed().first {
      FileManager.default.fileExists(atPath: "\(folder)/\($0)")
    }
  }

  /// The plan for a unit that a folder, a workspace or a package names; nil for its own.
  func at(_ unit: String?, in year: Int, _ path: String) throws(PipelineFailure) -> Plan {
    guard let unit else { return self }
    guard let plan = evaluated(for: unit, in: year) else { throw .unknownUnit(path, unit, year) }
    return plan
  }
}

/// What `dataset.json5` says of a folder.
func dataset(of folder: String) throws(PipelineFailure) -> Dataset {
  do {
    return try Dataset(of: folder)
  } catch {
    throw .ingest(error)
  }
}

/// The path without slashes at its end, so that messages name files as they are typed.
func withoutSlash(_ path: String) -> String {
  var path = path[...]
  while path.count > 1, path.last == "/" { path.removeLast() }
  return String(path)
}

/// The path without `folder/..`.
func tidied(_ path: String) -> String {
  var parts: [Substring] = []
  for part in path.split(separator: "/") {
    if part == "..", let last = parts.last, last != ".." {
      parts.removeLast()
    } else if part != "." {
      parts.append(part)
    }
  }
  return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
}
