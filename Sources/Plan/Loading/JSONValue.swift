import Foundation

/// The members of an object.
struct JSONMembers: Sendable {
  var values: [String: JSONValue]
  /// The keys as the file has them; nil where only their positions tell.
  var order: [String]?
}

/// A value of a JSON or JSON5 document, read by ``PlainJSON`` or decoded by Foundation.
indirect enum JSONValue: Decodable, Sendable {
  case null
  case flag(Bool)
  case number(Double)
  case text(String)
  case list([JSONValue])
  case object(JSONMembers)

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    // A type that does not fit costs an error, so that the commonest ones are tried first.
    if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode([String: JSONValue].self) {
      self = .object(JSONMembers(values: value))
    } else if let value = try? container.decode([JSONValue].self) {
      self = .list(value)
    } else if let value = try? container.decode(Bool.self) {
      self = .flag(value)
    } else {
      self = .number(try container.decode(Double.self))
    }
  }

  static func decode(_ bytes: [UInt8]) throws -> JSONValue {
    let decoder = JSONDecoder()
    decoder.allowsJSON5 = true
    return try decoder.decode(JSONValue.self, from: Data(bytes))
  }

  /// The value in a few words, for messages.
  var summary: String {
    switch self {
    case .null: "null"
    case .flag(let value): String(value)
    case .number(let value): value == value.rounded() ? String(format: "%.0f", value) : "\(value)"
    case .text(let value): value
    case .list: "[…]"
    case .object: "{…}"
    }
  }
}
