package import Diagnostics
import Foundation

/// A Data Package descriptor (version 2.0) of tables.
///
/// References: Data Package Standard 2.0, https://datapackage.org/standard/data-package/
package struct DataPackage: Encodable, Sendable {
  package struct Source: Encodable, Sendable {
    package var title: String

    package init(title: String) { self.title = title }
  }

  package struct Resource: Encodable, Sendable {
    var name: String
    var title: String
    var type = "table"
    var path: String
    var scheme = "file"
    var format = "csv"
    var mediatype = "text/csv"
    // The byte order mark belongs to UTF-8 as frictionless reads it.
    var encoding = "utf-8"
    var bytes: Int
    var hash: String
    var dialect: Dialect
    var schema: Schema
  }

  struct Dialect: Encodable, Sendable {
    var schema = "https://datapackage.org/profiles/2.0/tabledialect.json"
    var delimiter: String
    var lineTerminator = "\n"
    var quoteChar = "\""
    var doubleQuote = true
    var header = true

    enum CodingKeys: String, CodingKey {
      case schema = "$schema"
      case delimiter, lineTerminator, quoteChar, doubleQuote, header
    }
  }

  struct Schema: Encodable, Sendable {
    var schema = "https://datapackage.org/profiles/2.0/tableschema.json"
    var fields: [Field]
    var primaryKey: [String]?
    var missingValues = [""]

    enum CodingKeys: String, CodingKey {
      case schema = "$schema"
      case fields, primaryKey, missingValues
    }
  }

  struct Field: Encodable, Sendable {
    struct Constraints: Encodable, Sendable { var required = true }

    var name: String
    var type: String
    var title: String
    var decimalChar: String?
    var constraints: Constraints?
  }

  var schema = "https://datapackage.org/profiles/2.0/datapackage.json"
  var name: String
  var title: String
  var description: String
  var created: String?
  var sources: [Source]
  var resources: [Resource]
  /// Version of the format of facts that are handed up; nil for tables that are published.
  var factsPackage: Int?

  enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case name, title, description, created, sources, resources, factsPackage
  }
}

extension DataPackage {
  /// - Parameters:
  ///   - name: Any text; characters that names of packages do not take become hyphens.
  ///   - title: Its title.
  ///   - description: What the tables are and what must be known of them.
  ///   - day: The day for which they are made.
  ///   - sources: Where the figures come from.
  ///   - resources: The tables.
  ///   - factsPackage: Version of the format of facts that are handed up.
  package init(
    name: String,
    title: String,
    description: String,
    day: CalendarDate?,
    sources: [Source],
    resources: [Resource],
    factsPackage: Int? = nil
  ) {
    self.name = Self.name(name)
    self.title = title
    self.description = description
    created = day.map { "\($0)T00:00:00Z" }
    self.sources = sources
    self.resources = resources
    self.factsPackage = factsPackage
  }

  private static func name(_ text: String) -> String {
    String(
      text.lowercased().unicodeScalars.map { scalar in
        scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
          ? Character(scalar) : "-"
      }
    )
  }

  /// Keys in order, so that the same tables give the same bytes.
  package func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return [UInt8](try encoder.encode(self)) + [UInt8(ascii: "\n")]
  }
}

extension DataPackage.Resource {
  /// - Parameters:
  ///   - table: The table's schema; its name is the file's.
  ///   - count: Bytes of the file.
  ///   - sha256: Its digest.
  ///   - written: How the file is written.
  ///   - language: Language of the titles.
  package init(
    _ table: TableSchema,
    count: Int,
    sha256: String,
    as written: TableFormat,
    language: Language
  ) {
    name = table.name
    title = table.title.text(in: language)
    path = "\(table.name).csv"
    self.bytes = count
    hash = "sha256:\(sha256)"
    dialect = DataPackage.Dialect(
      delimiter: String(decoding: [written.delimiter], as: UTF8.self)
    )
    schema = DataPackage.Schema(
      fields: table.columns.map { DataPackage.Field($0, as: written, language: language) },
      primaryKey: table.primaryKey.isEmpty ? nil : table.primaryKey
    )
  }
}

extension DataPackage.Field {
  fileprivate init(_ column: TableColumn, as written: TableFormat, language: Language) {
    name = column.name
    type = column.type.rawValue
    title = column.title.text(in: language)
    // A full stop is the standard's own.
    decimalChar =
      column.type == .number && written.decimalMark != "." ? written.decimalMark : nil
    constraints = column.isRequired ? Constraints() : nil
  }
}
