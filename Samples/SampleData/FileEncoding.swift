import Foundation
import VietnameseText

/// The encoding in which a sender's program writes.
///
/// The tables are the pipeline's own; exports whose bytes other programs made test them.
struct FileEncoding: Decodable {
  private let encoding: TextEncoding

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let name = try container.decode(String.self)
    guard let encoding = TextEncoding(name: name) else {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription: "found '\(name)', expected the name of an encoding"
      )
    }
    self.encoding = encoding
  }

  func bytes(of text: String) throws(SampleDataFailure) -> [UInt8] {
    // Forms of Unicode have every character, and take the text as it is.
    let composed = text.precomposedStringWithCanonicalMapping
    guard let bytes = encoding.encode(composed) else {
      let lacking = composed.first { encoding.encode(String($0)) == nil }
      throw .unencodable(lacking ?? "?", encoding: encoding.name)
    }
    return bytes
  }
}
