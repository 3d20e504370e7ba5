import Clean
import Diagnostics
import Ingest
import Plan
import Tables
import VietnameseText

/// Where a file that is checked alone belongs: its year, and the sender in whose folder it would lie.
struct FileOrigin: Equatable {
  var year: Int
  var sender: String
  /// Whether any sender would do, since no sender could have sent such a file.
  var isAssumed = false

  /// Finds the origin from what the caller says, then the path, then the file itself.
  ///
  /// - Parameters:
  ///   - file: Path of the file.
  ///   - bytes: Its content.
  ///   - reader: Reader of the plan's files.
  ///   - year: Year that the caller gave.
  ///   - sender: Sender that the caller gave.
  ///   - encoding: Encoding that the caller gave.
  /// - Throws: `PipelineFailure` where nothing tells who sends the file.
  init(
    of file: String,
    _ bytes: [UInt8],
    by reader: SentFileReader,
    year: Int?,
    sender: String?,
    encoding: EncodingDeclaration? = nil
  ) throws(PipelineFailure) {
    let plan = reader.plan
    let folders = file.split(separator: "/").dropLast().map(String.init)
    let fromPath = zip(folders, folders.dropFirst()).compactMap { folder, inner in
      Int(folder).flatMap { plan.years.all.contains($0) ? ($0, inner) : nil }
    }
    .last
    let givenYear = year ?? fromPath?.0
    let last = givenYear ?? plan.years.last
    let known = Set(plan.senderFolders(in: last))
    if let sender {
      guard known.contains(sender) else {
        throw .unknownSender(sender, known: plan.senderFolders(in: last))
      }
      self.sender = sender
      self.year = last
    } else if let inner = fromPath?.1, known.contains(inner) {
      self.sender = inner
      self.year = last
    } else {
      let probe = SenderProbe(file, bytes, by: reader, year: last, encoding)
      self.sender = try probe.sender()
      self.year = givenYear ?? probe.year ?? last
      isAssumed = probe.isOfNobody
    }
  }
}

extension Plan {
  /// Names of the senders' folders: ids of agencies and codes of units, in the plan's order.
  func senderFolders(in year: Int) -> [String] {
    senders.flatMap { sender -> [String] in
      guard let level = sender.eachLevel else { return [sender.id] }
      guard let start = CalendarDate(year: year, month: 1, day: 1) else { return [] }
      return orgUnits.units(level: level, below: unit, on: start).map(\.code)
    }
  }
}

/// A file read as though each sender had sent it.
private struct SenderProbe {
  private let plan: Plan
  private let file: String
  private let assumedYear: Int
  private let readings: [SenderReading]
  /// Readings in the form that fits best.
  private let best: [SenderReading]

  init(
    _ file: String,
    _ bytes: [UInt8],
    by reader: SentFileReader,
    year: Int,
    _ encoding: EncodingDeclaration?
  ) {
    let plan = reader.plan
    self.plan = plan
    self.file = file
    assumedYear = year
    // Units of a level fill in the same forms, so that one of them stands for all.
    let candidates = plan.senders.compactMap { sender -> String? in
      guard let level = sender.eachLevel else { return sender.id }
      guard let start = CalendarDate(year: year, month: 1, day: 1) else { return nil }
      return plan.orgUnits.units(level: level, below: plan.unit, on: start).first?.code
    }
    readings = reader.readings(
      of: bytes,
      path: file,
      year: year,
      senders: candidates,
      encoding: encoding
    )
    let fits = readings.filter { $0.row.status == .read && !$0.row.form.isEmpty }
    // Senders' forms share columns; the form with the most of them is meant.
    let most = fits.map(\.row.fieldColumns.count).max() ?? 0
    best = fits.filter { $0.row.fieldColumns.count == most }
  }

  /// Whether the file is set aside whoever sends it, and not for want of a form.
  var isOfNobody: Bool {
    best.isEmpty && !readings.isEmpty
      && readings.allSatisfy { $0.row.status == .setAside && $0.reason != "unknown-form" }
  }

  /// Year that the file's first row gives.
  var year: Int? {
    guard let year = best.first.flatMap({ Int($0.year) }) else { return nil }
    return plan.years.all.contains(year) ? year : nil
  }

  func sender() throws(PipelineFailure) -> String {
    if isOfNobody, let first = readings.first { return first.sender }
    guard let reading = best.first, best.count == 1 else {
      guard !best.isEmpty else { throw .unknownContent(file) }
      throw .unknownOrigin(file, known: best.map(\.sender).map(withName))
    }
    if plan.sender(reading.sender) != nil { return reading.sender }
    let members = plan.members(in: assumedYear).map(\.code)
    let named =
      reading.unit.isEmpty
      ? [] : units(named: reading.unit, of: plan, in: assumedYear).filter(members.contains)
    guard let unit = named.first, named.count == 1 else {
      throw .unknownOrigin(file, known: (named.isEmpty ? members : named).map(withName))
    }
    return unit
  }

  /// A sender's folder with its name, for those who do not know the codes.
  private func withName(_ folder: String) -> String {
    let name =
      plan.sender(folder)?.title.vietnamese
      ?? plan.members(in: assumedYear).first { $0.code == folder }?.name
    return name.map { "\(folder) (\($0))" } ?? folder
  }
}
