package import Diagnostics
import Foundation

/// What `dataset.json5` says of a data folder.
package struct Dataset: Sendable {
  /// Name of the file.
  package static let fileName = "dataset.json5"

  /// Code of the unit that the data are of; nil for the plan's own.
  package var unit: String?
  package var title = LocalisedText(vietnamese: "")
  package var isSynthetic = false
  package var notice = LocalisedText(vietnamese: "")

  /// What is known of files that lie in no folder.
  init() {}

  /// Reads the description; a folder without one is taken as it is.
  package init(of folder: String) throws(IngestFailure) {
    let path = "\(folder)/\(Self.fileName)"
    guard FileManager.default.fileExists(atPath: path) else { return }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .malformedDataset(path: path, fault: "unreadable")
    }
    let decoder = JSONDecoder()
    decoder.allowsJSON5 = true
    do {
      let description = try decoder.decode(Description.self, from: data)
      unit = description.unit
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
    var unit: String?
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
