import Foundation
import VietnameseText

/// Places of a data folder by what people write for them in a list: with either slash, accents in
/// either form, either case, and with the folders above the data folder or without.
struct WrittenPaths {
  private var places: [String: String] = [:]

  init(_ places: Set<String>) {
    for place in places.sorted() {
      let key = place.precomposedStringWithCanonicalMapping
      self.places[key] = place
      if self.places[key.lowercased()] == nil { self.places[key.lowercased()] = place }
    }
  }

  /// The place that a text means.
  func place(_ text: String) -> String? {
    let parts = Self.parts(text)
    for start in parts.indices {
      let path = parts[start...].joined(separator: "/")
      // A folder's name alone at the end of another path is another folder.
      guard start == 0 || path.contains("/") else { continue }
      if let place = places[path] ?? places[path.lowercased()] { return place }
    }
    return nil
  }

  static func parts(_ text: String) -> [String] {
    text.headOfCell.precomposedStringWithCanonicalMapping
      .split { $0 == "/" || $0 == "\\" }
      .map { String($0).trimmedBlanks }
      .filter { $0 != "." && !$0.isEmpty }
  }
}
