internal import Diagnostics
internal import Digests
internal import Foundation
internal import Plan
internal import Tables

/// A Data Package descriptor (version 2.0) of the published tables.
///
/// References: Data Package Standard 2.0, https://datapackage.org/standard/data-package/
struct DataPackage: Encodable, Sendable {
  struct Source: Encodable, Sendable { var title: String }

  struct Resource: Encodable, Sendable {
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
    var dialect = Dialect()
    var schema: Schema
  }

  struct Dialect: Encodable, Sendable {
    var schema = "https://datapackage.org/profiles/2.0/tabledialect.json"
    var delimiter = ";"
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
  var created: String
  var sources: [Source]
  var resources: [Resource]

  enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case name, title, description, created, sources, resources
  }
}

extension DataPackage {
  init(_ tables: [PublishedTable], context: ReportContext) {
    let plan = context.plan
    let settings = context.tables.settings
    name = "\(Self.name(plan.id))-\(settings.year)"
    title = "\(context.say(plan.title)) – \(settings.year)"
    let notice = context.say(settings.notice)
    let isSynthetic = context.say(vi: "Số liệu tổng hợp nhân tạo.", en: "Synthetic data.")
    description = [
      context.say(settings.datasetTitle),
      settings.isSynthetic ? isSynthetic : "",
      notice,
    ].filter { !$0.isEmpty }.joined(separator: "\n\n")
    created = "\(settings.asOf)T00:00:00Z"
    let title = [plan.document.number, context.say(plan.document.issuer)]
      .filter { !$0.isEmpty }.joined(separator: ", ")
    sources = [Source(title: title), Source(title: context.say(settings.datasetTitle))]
      .filter { !$0.title.isEmpty }
    resources = tables.map { Resource($0, language: context.language) }
  }

  /// Names of packages and resources take only these characters.
  private static func name(_ id: String) -> String {
    String(
      id.lowercased().unicodeScalars.map { scalar in
        scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
          ? Character(scalar) : "-"
      }
    )
  }

  /// Keys in order, so that the same tables give the same bytes.
  func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return [UInt8](try encoder.encode(self)) + [UInt8(ascii: "\n")]
  }
}

extension DataPackage.Resource {
  init(_ table: PublishedTable, language: Language) {
    name = table.schema.name
    title = table.schema.title.text(in: language)
    path = table.fileName
    bytes = table.bytes.count
    hash = "sha256:\(sha256(of: table.bytes))"
    schema = DataPackage.Schema(
      fields: table.schema.columns.map { DataPackage.Field($0, language: language) },
      primaryKey: table.schema.primaryKey.isEmpty ? nil : table.schema.primaryKey
    )
  }
}

extension DataPackage.Field {
  init(_ column: TableColumn, language: Language) {
    name = column.name
    type = column.type.rawValue
    title = column.title.text(in: language)
    decimalChar = column.type == .number ? TableFormat.spreadsheet.decimalMark : nil
    constraints = column.isRequired ? Constraints() : nil
  }
}
