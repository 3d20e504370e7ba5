import Archives
import DelimitedText
import Diagnostics
import Dispatch
import Plan
import Synchronization
package import Tables
package import VietnameseText

/// A file as it reads if a certain sender has sent it.
package struct SenderReading: Sendable {
  package var sender: String
  package var row: SourceFileRow
  /// What set the file aside, if anything did.
  package var reason: String { row.reason }
  /// Texts of the first row's unit and year; empty where there are none.
  package var unit: String
  package var year: String
}

extension SentFileReader {
  /// Reads the beginning of a file as though each of some senders had sent it.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - path: Its path, whose name tells its kind.
  ///   - year: Year that it is taken to be for.
  ///   - senders: Folders of senders, as `SentFile.sender` names them.
  ///   - encoding: What is declared of its encoding.
  /// - Returns: A reading for each sender, in their order.
  package func readings(
    of bytes: [UInt8],
    path: String,
    year: Int,
    senders: [String],
    encoding: EncodingDeclaration? = nil
  ) -> [SenderReading] {
    let known = plan.senders(in: year)
    let head = beginning(of: bytes)
    let readings = Mutex<[SenderReading?]>(senders.map { _ in nil })
    DispatchQueue.concurrentPerform(iterations: senders.count) { index in
      let sender = senders[index]
      guard let id = known[sender]?.id else { return }
      let sent = SentFile(
        path: path,
        year: year,
        sender: sender,
        contents: .memory(head),
        encoding: encoding
      )
      let files = reader.read(FoundFile(sent: sent, senderID: id))
      // Of an archive the first file that is a form tells.
      guard let file = files.first(where: { $0.table != nil }) ?? files.last else { return }
      let reading = SenderReading(
        sender: sender,
        row: file.row,
        unit: text(of: \.unitField, in: file, plan),
        year: text(of: \.yearField, in: file, plan)
      )
      readings.withLock { $0[index] = reading }
    }
    return readings.withLock { $0.compactMap { $0 } }
  }
}

private func text(of field: (Form) -> Int?, in file: ReadFile, _ plan: Plan) -> String {
  guard let table = file.table, let field = field(plan.forms[table.form]),
    !table.lines.isEmpty
  else { return "" }
  return table.columns[field].text(0).trimmedBlanks
}

/// The header and some rows of a long file; an archive is needed whole.
private func beginning(of bytes: [UInt8]) -> [UInt8] {
  let limit = 1 << 16
  guard bytes.count > limit, ArchiveKind(signatureOf: bytes) == nil else { return bytes }
  guard let end = bytes[..<limit].lastIndex(where: { $0 == 0x0A || $0 == 0x0D }), end > 0 else {
    return Array(bytes[..<limit])
  }
  // UTF-16 has a nought before or after the byte of its line end, and whole pairs only.
  let isWide = bytes[end - 1] == 0 || bytes[end + 1] == 0
  return Array(bytes[...(isWide ? end | 1 : end)])
}
