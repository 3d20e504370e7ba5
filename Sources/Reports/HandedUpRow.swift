internal import Diagnostics
internal import Plan
internal import Tables

/// What a unit that has the plan handed up for the year: whether it did, and who reported to it.
struct HandedUpRow: TableRow, Equatable {
  var unit: String
  var isHandedUp: Bool
  var asOf: CalendarDate?
  var membersExpected: Int
  /// Members from whom something usable came of each form that they owe.
  var membersReported: Int
  var formsExpected: Int
  var formsSent: Int
  var formsOnTime: Int

  static let schema = TableSchema(
    "handed_up",
    vi: "Đơn vị nộp dữ kiện",
    en: "Units that hand up facts",
    primaryKey: ["unit"],
    columns: [
      TableColumn("unit", .text, vi: "Đơn vị", en: "Org unit", isRequired: true),
      TableColumn("handed_up", .boolean, vi: "Đã nộp", en: "Handed up", isRequired: true),
      TableColumn("as_of", .date, vi: "Chốt đến", en: "As of"),
      count("members_expected", vi: "Số đơn vị trực thuộc", en: "Members"),
      count("members_reported", vi: "Số đơn vị đã gửi đủ biểu", en: "Members that sent all forms"),
      count("forms_expected", vi: "Số lượt biểu phải có", en: "Forms expected"),
      count("forms_sent", vi: "Số lượt biểu đã có", en: "Forms sent"),
      count("forms_on_time", vi: "Số lượt biểu đúng hạn", en: "Forms sent on time"),
    ]
  )

  private static func count(_ name: String, vi: String, en: String) -> TableColumn {
    TableColumn(name, .integer, vi: vi, en: en, isRequired: true)
  }

  init(_ part: PublishedPart, year: Int) {
    unit = part.plan.unit
    isHandedUp = part.asOf != nil
    asOf = part.asOf
    let index = ReportingIndex(part.reporting)
    let members = Set(part.plan.members(in: year).map(\.code))
    var reported = members
    var senders: Set<String> = []
    (formsExpected, formsSent, formsOnTime) = (0, 0, 0)
    for form in part.plan.forms {
      for sender in part.plan.senders(of: form, in: year) {
        let row = index.row(form.name, sender: sender, year: year)
        formsExpected += 1
        senders.insert(sender)
        if row?.isReported == true { formsSent += 1 } else { reported.remove(sender) }
        if row?.status == .onTime { formsOnTime += 1 }
      }
    }
    membersExpected = members.count
    membersReported = reported.intersection(senders).count
  }

  init(_ row: inout RowReader) throws(TableError) {
    unit = row.text()
    isHandedUp = try row.flag()
    asOf = try row.optionalDate()
    membersExpected = try row.integer()
    membersReported = try row.integer()
    formsExpected = try row.integer()
    formsSent = try row.integer()
    formsOnTime = try row.integer()
  }

  var cells: [Cell] {
    [
      .text(unit), .flag(isHandedUp), .optional(asOf), .integer(membersExpected),
      .integer(membersReported), .integer(formsExpected), .integer(formsSent),
      .integer(formsOnTime),
    ]
  }
}

extension ReportContext {
  /// Which units handed up facts, and how many reported to each.
  func handedUpBlock() -> String {
    let rows = tables.handedUp
    guard !rows.isEmpty else { return "" }
    let handed = rows.count { $0.isHandedUp }
    let members = rows.reduce(0) { $0 + $1.membersExpected }
    let reported = rows.reduce(0) { $0 + $1.membersReported }
    let absent = rows.filter { !$0.isHandedUp }.map { unitName($0.unit) }
    var head = say(
      vi: "\(handed)/\(rows.count) đơn vị đã nộp dữ kiện; \(reported)/\(members) đơn vị trực thuộc "
        + "đã gửi đủ biểu của năm \(year).",
      en: "\(handed) of \(rows.count) units handed up facts; \(reported) of the \(members) units "
        + "below them sent all forms of \(year)."
    )
    if !absent.isEmpty {
      head += say(
        vi: " Chưa nộp, nên tính là chưa báo cáo chứ không phải 0: ",
        en: " Not handed up, and so not reported rather than 0: "
      )
      head += someNames(absent, most: Self.mostAbsent) + "."
    }
    return Markdown.blocks([head, handedUpTable(rows)])
  }

  /// Names in a sentence; the table `handed_up` has them all.
  private static let mostAbsent = 30

  /// A row for each of the units, or for each unit next below where others lie between: a country's
  /// districts are hundreds.
  private func handedUpTable(_ rows: [HandedUpRow]) -> String {
    let own = Dictionary(rows.map { ($0.unit, $0) }) { first, _ in first }
    let areBetween = members.contains { own[$0.code] == nil }
    let groups =
      areBetween
      ? members.map { member in
        let below = plan.planUnits(below: member.code, in: year)
        return (unit: member.code, rows: below.compactMap { own[$0.code] })
      }
      .filter { !$0.rows.isEmpty }
      : rows.map { (unit: $0.unit, rows: [$0]) }
    return Markdown.table(
      [
        say(vi: "Đơn vị", en: "Unit"),
        areBetween
          ? say(vi: "Đã nộp dữ kiện", en: "Handed up facts")
          : say(vi: "Dữ kiện chốt đến", en: "Facts as of"),
        say(vi: "Đơn vị trực thuộc đã gửi đủ", en: "Members that sent all"),
        say(vi: "Lượt biểu đã có", en: "Forms sent"), say(vi: "Đúng hạn", en: "On time"),
      ],
      aligned: [.left, areBetween ? .right : .left, .right, .right, .right],
      groups.map { unit, rows in
        func share(_ part: (HandedUpRow) -> Int, _ whole: (HandedUpRow) -> Int) -> String {
          "\(rows.reduce(0) { $0 + part($1) })/\(rows.reduce(0) { $0 + whole($1) })"
        }
        return [
          unitName(unit),
          areBetween
            ? share({ $0.isHandedUp ? 1 : 0 }, { _ in 1 })
            : rows[0].asOf.map(numbers.date) ?? say(vi: "chưa nộp", en: "not handed up"),
          share(\.membersReported, \.membersExpected), share(\.formsSent, \.formsExpected),
          share(\.formsOnTime, \.formsExpected),
        ]
      }
    )
  }
}
