import Diagnostics
import Ingest
import Plan
import Tables
import VietnameseText

/// Where a file that is checked alone belongs: its year, and the sender in whose folder it would lie.
struct FileOrigin: Equatable {
  var year: Int
  var sender: String

  init(year: Int, sender: String) {
    self.year = year
    self.sender = sender
  }

  /// Finds the origin from what the caller says, then the path, then the file itself.
  ///
  /// - Parameters:
  ///   - file: Path of the file.
  ///   - plan: The plan.
  ///   - year: Year that the caller gave.
  ///   - sender: Sender that the caller gave.
  /// - Throws: `PipelineFailure.unknownSender` where nothing tells who sends the file.
  init(of file: String, plan: Plan, year: Int?, sender: String?) throws(PipelineFailure) {
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
      let probe = try SenderProbe(file, plan: plan, year: last)
      self.sender = try probe.sender()
      self.year = givenYear ?? probe.year ?? last
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
  /// The file as the first sender's in whose forms it fits.
  private let match: SourceFileRow?
  private let records: RawRecords?

  init(_ file: String, plan: Plan, year: Int) throws(PipelineFailure) {
    self.plan = plan
    self.file = file
    assumedYear = year
    // Units of a level fill in the same forms, so that one of them stands for all.
    let candidates = plan.senders.compactMap { sender -> String? in
      guard let level = sender.eachLevel else { return sender.id }
      guard let start = CalendarDate(year: year, month: 1, day: 1) else { return nil }
      return plan.orgUnits.units(level: level, below: plan.unit, on: start).first?.code
    }
    let folder = try LinkedFolder()
    for candidate in candidates {
      try folder.add(file, as: FileOrigin(year: year, sender: candidate))
    }
    let tables = try? Ingest.ingest(
      plan,
      options: IngestOptions(dataFolder: folder.path, year: year)
    )
    let fits = tables?.files.filter { $0.status == .read && !$0.form.isEmpty } ?? []
    let found = candidates.lazy.compactMap { candidate in fits.first { $0.sender == candidate } }
      .first
    match = found
    let form = found?.form
    records = tables?.records.first { $0.form == form }
  }

  /// Year that the file's first row gives.
  var year: Int? {
    guard let text = firstText(\.yearField).flatMap({ Int($0) }) else { return nil }
    return plan.years.all.contains(text) ? text : nil
  }

  func sender() throws(PipelineFailure) -> String {
    guard let match else {
      throw .unknownOrigin(file, known: plan.senderFolders(in: assumedYear))
    }
    if plan.sender(match.sender) != nil { return match.sender }
    let units = plan.members(in: assumedYear)
    guard let text = firstText(\.unitField) else {
      throw .unknownOrigin(file, known: units.map(\.code))
    }
    let key = NameKey(text)
    let named = units.filter { unit in
      unit.code == text
        || ([unit.name] + unit.aliases).contains {
          NameKey($0) == key || NameKey($0).folded.hasSuffix(" \(key.folded)")
        }
    }
    guard let unit = named.first, named.count == 1 else {
      throw .unknownOrigin(file, known: units.map(\.code))
    }
    return unit.code
  }

  private func firstText(_ field: (Form) -> Int?) -> String? {
    guard let match, let form = plan.form(match.form), let records, let index = field(form),
      let row = records.files.firstIndex(of: match.file)
    else { return nil }
    let text = records.columns[index].text(row)
    return text.isEmpty ? nil : text
  }
}
