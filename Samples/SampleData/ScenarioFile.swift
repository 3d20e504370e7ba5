import Foundation

/// Reads what the generator works from.
enum ScenarioFile {
  static func scenario(_ path: String) throws(SampleDataFailure) -> Scenario {
    let scenario = try decoded(Scenario.self, path)
    let oldest = scenario.registers.values.compactMap(\.population?.oldest)
    for year in [scenario.years.base, scenario.years.last] + oldest {
      // Beyond these, arithmetic with years would have to be guarded everywhere.
      guard (1900...2100).contains(year) else { throw .unknown(kind: "year", name: String(year)) }
    }
    return scenario
  }

  /// Forms of a plan folder, by name.
  static func forms(_ pipeline: String) throws(SampleDataFailure) -> [FormSheet] {
    let folder = pipeline + "/forms"
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw .unreadable(path: folder)
    }
    var forms: [FormSheet] = []
    for name in names.sorted() where name.hasSuffix(".json") {
      var form = try decoded(FormSheet.self, "\(folder)/\(name)")
      form.keepDistinctHeaders()
      forms.append(form)
    }
    return forms
  }

  private static func decoded<Content: Decodable>(
    _ type: Content.Type,
    _ path: String
  ) throws(SampleDataFailure) -> Content {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .unreadable(path: path)
    }
    let decoder = JSONDecoder()
    decoder.allowsJSON5 = true
    do {
      return try decoder.decode(type, from: data)
    } catch {
      throw .malformed(path: path, reason: "\(error)")
    }
  }
}

extension SampleDataset {
  /// Writes all files below a folder; files that stand there already are replaced.
  ///
  /// - Parameter folder: The data folder.
  /// - Throws: The path that cannot be written.
  package func write(to folder: String) throws(SampleDataFailure) {
    for link in links {
      let place = URL(fileURLWithPath: folder).appending(path: link.path).path
      // A link, so that years that are the same are not kept twice.
      try? FileManager.default.createDirectory(
        atPath: folder,
        withIntermediateDirectories: true
      )
      try? FileManager.default.removeItem(atPath: place)
      do {
        try FileManager.default.createSymbolicLink(
          atPath: place,
          withDestinationPath: link.target
        )
      } catch {
        throw .unwritable(path: place)
      }
    }
    for file in files {
      let url = URL(fileURLWithPath: folder).appending(path: file.path)
      do {
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(),
          withIntermediateDirectories: true
        )
        try Data(file.bytes).write(to: url, options: .atomic)
      } catch {
        throw .unwritable(path: url.path)
      }
    }
  }
}
