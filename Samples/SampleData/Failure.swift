/// Why the data cannot be made.
package enum SampleDataFailure: Error, CustomStringConvertible {
  case unreadable(path: String)
  case malformed(path: String, reason: String)
  case unknown(kind: String, name: String)
  case circular(field: String)
  case noRule(field: String)
  case unwritable(path: String)
  case unencodable(encoding: String)

  package var description: String {
    switch self {
    case .unreadable(let path): "found no readable file '\(path)', expected one"
    case .malformed(let path, let reason): "\(path): \(reason)"
    case .unknown(let kind, let name): "found '\(name)', expected a known \(kind)"
    case .circular(let field): "found '\(field)' made from itself, expected another field"
    case .noRule(let field): "found no rule for '\(field)', expected one in the scenario"
    case .unwritable(let path): "cannot write '\(path)'"
    case .unencodable(let encoding): "found a character that \(encoding) lacks, expected none"
    }
  }
}
