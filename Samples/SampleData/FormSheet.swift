import Foundation

/// What the generator needs of a form: its columns and the headers that senders write over them.
///
/// Read here and not through the pipeline's own loader, so that a fault there cannot hide itself
/// by standing on both sides.
struct FormSheet: Decodable {
  struct Field: Decodable {
    var name: String
    var type: String
    var role: String?
    var title: String
    var headers: [Header]?
    var categories: [Category]?
    var overYear: OverYear?

    var isUnit: Bool { role == "unit" }
    var isYear: Bool { role == "year" }
    var isKey: Bool { role == "key" }
    var isNote: Bool { role == "note" }
    var isMeasure: Bool { type == "integer" || type == "number" }
    /// Money is what headers accept in thousands and millions.
    var isMoney: Bool { headers?.contains { $0.scale > 1 } ?? false }
  }

  /// A header: a text, or a text with the scale of its numbers.
  struct Header: Decodable {
    var text: String
    var scale: Int

    init(from decoder: any Decoder) throws {
      if let text = try? decoder.singleValueContainer().decode(String.self) {
        self.text = text
        scale = 1
        return
      }
      let container = try decoder.container(keyedBy: Keys.self)
      text = try container.decode(String.self, forKey: .text)
      scale = min(max(try container.decode(Int.self, forKey: .scale), 1), 1_000_000_000)
    }

    private enum Keys: String, CodingKey {
      case text
      case scale
    }
  }

  struct Category: Decodable {
    var value: String
    var label: Label
    var spellings: [String]?
  }

  struct Label: Decodable {
    var vi: String
  }

  enum Kind: String, Decodable {
    case summary
    case register
  }

  enum Coverage: String, Decodable {
    case sender
    case members
    case plan
  }

  var name: String
  var number: String
  var title: String
  var kind: Kind
  var senders: [String]
  var covers: Coverage
  var from: Int?
  var to: Int?
  var fields: [Field]

  func field(_ name: String) -> Field? { fields.first { $0.name == name } }

  /// Headers of a field whose numbers have a scale.
  func headers(of field: Field, scale: Int) -> [String] {
    (field.headers ?? []).filter { $0.scale == scale }.map(\.text)
  }

  /// Drops headers that two fields claim; they would help nobody who writes a file.
  mutating func keepDistinctHeaders() {
    var claims: [String: Set<String>] = [:]
    for field in fields {
      for text in [field.title] + (field.headers ?? []).map(\.text) {
        claims[plainKey(text), default: []].insert(field.name)
      }
    }
    for index in fields.indices {
      fields[index].headers?.removeAll { claims[plainKey($0.text)]?.count != 1 }
    }
  }
}

/// Letters and digits only, in lower case and without marks.
func plainKey(_ text: String) -> String {
  withoutMarks(text).lowercased().filter { $0.isLetter || $0.isNumber }
}

/// The text without Vietnamese marks, as clerks type file names.
func withoutMarks(_ text: String) -> String {
  var result = ""
  for scalar in text.decomposedStringWithCanonicalMapping.unicodeScalars {
    switch scalar.value {
    case 0x0300...0x036f: continue
    case 0x0111: result += "d"
    case 0x0110: result += "D"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
