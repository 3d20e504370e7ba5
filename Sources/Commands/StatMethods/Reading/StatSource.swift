import DelimitedText
import Foundation
import VietnameseText

/// The text of a table, in UTF-8, and how its cells are parted.
struct StatSource: Sendable {
  /// As messages name it.
  let name: String
  let bytes: [UInt8]
  let dialect: Dialect
  /// Bytes before the header.
  let headSkip: Int

  /// The name of standard input, as compilers give it.
  static let standardInput = "<stdin>"

  /// Reads a file, or standard input where there is no path or `-`.
  ///
  /// - Parameters:
  ///   - path: The path of a file.
  ///   - delimiter: What parts cells; nil to find it.
  ///   - encoding: The encoding, whatever the content shows; nil to find it.
  /// - Throws: ``StatFailure``.
  init(path: String?, delimiter: Dialect?, encoding: TextEncoding?) throws(StatFailure) {
    let name = path == nil || path == "-" ? Self.standardInput : path ?? ""
    let data: Data
    do {
      data =
        name == Self.standardInput
        ? try FileHandle.standardInput.readToEnd() ?? Data() : try Self.contents(name)
    } catch let failure as StatFailure {
      throw failure
    } catch {
      throw .unreadable(name)
    }
    try self.init(name: name, [UInt8](data), delimiter: delimiter, encoding: encoding)
  }

  /// Takes a table that is already read.
  ///
  /// - Parameters:
  ///   - name: As messages name it.
  ///   - bytes: The content.
  ///   - delimiter: What parts cells; nil to find it.
  ///   - encoding: The encoding, whatever the content shows; nil to find it.
  /// - Throws: ``StatFailure``.
  init(
    name: String,
    _ bytes: [UInt8],
    delimiter: Dialect? = nil,
    encoding: TextEncoding? = nil
  ) throws(StatFailure) {
    self.name = name
    self.bytes = try Self.text(name, bytes, encoding)
    guard !self.bytes.allSatisfy({ $0 <= 0x20 }) else { throw .emptyInput(name) }
    let detected = detectDialect(in: self.bytes)
    headSkip = detected.headSkip
    // A header without the delimiter is a single column, whose decimal commas must not part it.
    let header = self.bytes[headSkip...].drop { $0 == 0x0A || $0 == 0x0D }
      .prefix { $0 != 0x0A && $0 != 0x0D }
    let found = header.contains(detected.dialect.delimiter) ? detected.dialect : .tab
    dialect = delimiter ?? found
  }

  private static func contents(_ path: String) throws -> Data {
    var isFolder: ObjCBool = false
    guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw StatFailure.noFile(path)
    }
    guard !isFolder.boolValue else { throw StatFailure.unreadable(path) }
    // Named pipes too, as shells make them of `<(…)`.
    return try FileHandle(forReadingFrom: URL(filePath: path)).readToEnd() ?? Data()
  }

  private static func text(
    _ name: String,
    _ bytes: [UInt8],
    _ encoding: TextEncoding?
  ) throws(StatFailure) -> [UInt8] {
    do throws(DecodingFault) {
      // Columns of figures alone, the largest of files, are what they are in every encoding.
      if encoding == nil, bytes.allSatisfy({ $0 < 0x80 && $0 != 0 }) {
        _ = try decode(Array(bytes.prefix(1 << 12)))
        return bytes
      }
      let declared = encoding.map { EncodingDeclaration($0, isBinding: true) }
      return try decode(bytes, declared: declared).bytes
    } catch {
      throw .undecodable(name, error)
    }
  }
}
