import Diagnostics
import Foundation
import SampleData

/// Writes the sample data of a plan:
/// `sample-data --pipeline DIR --scenario FILE --out DIR [--variant NAME | --mixed yes]`.
@main
struct SampleDataCommand {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard let options = options(arguments) else {
      complain(
        "usage: sample-data --pipeline DIR --scenario FILE --out DIR"
          + " [--variant NAME | --mixed yes]"
      )
      exit(ExitStatus.usage.rawValue)
    }
    do {
      let dataset = try SampleDataset(
        scenario: options.scenario,
        pipeline: options.pipeline,
        variant: options.variant,
        isMixed: options.isMixed
      )
      try dataset.write(to: options.out)
    } catch {
      complain("error: \(error.description)")
      exit(status(of: error).rawValue)
    }
  }

  private static func options(
    _ arguments: [String]
  ) -> (pipeline: String, scenario: String, out: String, variant: String?, isMixed: Bool)? {
    var values: [String: String] = [:]
    var rest = arguments[...]
    while let name = rest.popFirst() {
      guard ["--pipeline", "--scenario", "--out", "--variant", "--mixed"].contains(name),
        let value = rest.popFirst()
      else { return nil }
      values[name] = value
    }
    guard let pipeline = values["--pipeline"], let scenario = values["--scenario"],
      let out = values["--out"]
    else { return nil }
    return (pipeline, scenario, out, values["--variant"], values["--mixed"] == "yes")
  }

  private static func status(of failure: SampleDataFailure) -> ExitStatus {
    switch failure {
    case .unreadable: .noInput
    case .malformed, .unknown, .circular, .noRule, .unencodable: .malformedInput
    case .unwritable: .cannotCreate
    }
  }

  private static func complain(_ text: String) {
    FileHandle.standardError.write(Data("sample-data: \(text)\n".utf8))
  }
}
