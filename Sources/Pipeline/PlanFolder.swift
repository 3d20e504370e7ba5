package import Diagnostics
import Foundation
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

extension Plan {
  /// Where the data are, and the year to evaluate, as asked for or by default.
  func source(data: String?, year: Int?) throws(PipelineFailure) -> (data: String, year: Int) {
    if let year, !years.all.contains(year) { throw .yearOutsidePlan(year, years) }
    guard let data = data ?? dataFolder.map(tidied) else { throw .noDataNamed(plan: id) }
    let folder = withoutSlash(data)
    // Only a folder has an entry for itself.
    guard FileManager.default.fileExists(atPath: "\(folder)/.") else {
      throw .noDataFolder(folder)
    }
    if let year { return (folder, year) }
    let last = years.all.reversed().first {
      FileManager.default.fileExists(atPath: "\(folder)/\($0)")
    }
    guard let last else { throw .noYearInData(folder, years) }
    return (folder, last)
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
