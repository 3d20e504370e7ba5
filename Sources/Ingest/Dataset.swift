import Diagnostics
import Foundation

/// What `dataset.json5` says of a data folder.
struct Dataset {
  var title = LocalisedText(vietnamese: "")
  var isSynthetic = false
  var notice = LocalisedText(vietnamese: "")

  /// What is known of files that lie in no folder.
  init() {}

  /// Reads the description; a folder without one is taken as it is.
  init(of folder: String) throws(IngestFailure) {
    let path = "\(folder)/dataset.json5"
    guard FileManager.default.fileExists(atPath: path) else { return }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .malformedDataset(path: path, fault: "unreadable")
    }
    let decoder = JSONDecoder()
    decoder.allowsJSON5 = true
    do {
      let description = try decoder.decode(Description.self, from: data)
      title = description.title?.localised ?? title
      isSynthetic = description.synthetic ?? false
      notice = description.notice?.localised ?? notice
    } catch {
      throw .malformedDataset(path: path, fault: Self.fault(error))
    }
  }

  private static func fault(_ error: any Error) -> String {
    switch error as? DecodingError {
    case .typeMismatch(_, let context), .valueNotFound(_, let context),
      .keyNotFound(_, let context):
      context.codingPath.map(\.stringValue).joined(separator: ".")
    default: "JSON5"
    }
  }

  private struct Description: Decodable {
    var title: Text?
    var synthetic: Bool?
    var notice: Text?
  }

  /// A string in Vietnamese, or one for each language.
  private struct Text: Decodable {
    var localised: LocalisedText

    private enum Key: String, CodingKey { case vi, en }

    init(from decoder: any Decoder) throws {
      if let text = try? decoder.singleValueContainer().decode(String.self) {
        localised = LocalisedText(vietnamese: text)
        return
      }
      let texts = try decoder.container(keyedBy: Key.self)
      localised = LocalisedText(
        vietnamese: try texts.decode(String.self, forKey: .vi),
        english: try texts.decodeIfPresent(String.self, forKey: .en)
      )
    }
  }
}
