import Diagnostics
import GardenPlan
import Join
import Plan
import Tables
import Testing

/// What senders of the garden plan sent, as clean would give it.
struct Garden {
  private var files: [SourceFileRow] = []
  private var rows: [String: [Row]] = [:]
  private var accounts: [RowAccountRow] = []

  private struct Row {
    var line: Int
    var year: Int
    var unit: String
    var sender: String
    var values: [String: Value]
  }

  private enum Value {
    case number(FixedDecimal?)
    case text(String?)
    case date(CalendarDate?)
  }

  /// A usable file of every form from every sender, but for those named `form sender`.
  mutating func sendAll(
    _ year: Int,
    except left: [String] = [],
    received: CalendarDate? = CalendarDate(year: 2020, month: 12, day: 1)
  ) {
    let senders = [
      "trees": ["V1", "V2", "V3"], "village": ["V1", "V2", "V3"], "visits": ["office"],
    ]
    for (form, senders) in senders.sorted(by: { $0.key < $1.key }) {
      for sender in senders where !left.contains("\(form) \(sender)") {
        var file = SourceFileRow(
          file: 10 + files.count,
          path: "\(year)/\(sender)/\(form).csv",
          sha256: "",
          bytes: 0,
          year: year,
          sender: sender
        )
        file.form = form
        file.received = received
        files.append(file)
      }
    }
  }

  /// Says how many of two rows of a file clean set aside.
  mutating func setAside(_ count: Int, ofTwoRowsFrom sender: String, _ form: String, _ year: Int) {
    for file in files where file.sender == sender && file.form == form && file.year == year {
      var account = RowAccountRow(file: file.file, path: file.path, records: 3, layoutRows: 1)
      account.setAside = count
      account.used = 2 - count
      accounts.append(account)
    }
  }

  mutating func tree(
    _ tree: String,
    _ unit: String,
    _ year: Int,
    kind: String? = "shade",
    height: FixedDecimal? = FixedDecimal(1)
  ) {
    add(
      "trees",
      year,
      unit,
      sender: unit,
      ["tree": .text(tree), "unit": .text(unit), "kind": .text(kind), "height": .number(height)]
    )
  }

  mutating func visit(_ visit: String, _ tree: String, _ year: Int, height: FixedDecimal? = nil) {
    add(
      "visits",
      year,
      "R",
      sender: "office",
      [
        "visit": .text(visit), "tree": .text(tree), "height": .number(height),
        "date": .date(CalendarDate(year: year, month: 3, day: 4)),
      ]
    )
  }

  mutating func village(_ unit: String, _ year: Int, gardens: Int64?, watered: Int64?) {
    add(
      "village",
      year,
      unit,
      sender: unit,
      [
        "unit": .text(unit), "gardens": .number(gardens.map { FixedDecimal($0) }),
        "watered": .number(watered.map { FixedDecimal($0) }),
      ]
    )
  }

  mutating func lessons(_ unit: String, _ year: Int, _ lessons: Int64) {
    add(
      "village",
      year,
      unit,
      sender: unit,
      ["unit": .text(unit), "lessons": .number(FixedDecimal(lessons))]
    )
  }

  /// A row of the village form in a plan where villages are judged.
  mutating func judged(_ unit: String, _ year: Int, rank: String, official: String?) {
    add(
      "village",
      year,
      unit,
      sender: unit,
      ["unit": .text(unit), "rank": .text(rank), "official": .text(official)]
    )
  }

  private mutating func add(
    _ form: String,
    _ year: Int,
    _ unit: String,
    sender: String,
    _ values: [String: Value]
  ) {
    let line = (rows[form]?.count ?? 0) + 1
    rows[form, default: []].append(
      Row(line: line, year: year, unit: unit, sender: sender, values: values)
    )
  }

  func tables(_ year: Int, plan own: Plan? = nil, jobs: Int = 1) throws -> JoinTables {
    let plan = try own ?? loadPlan(GardenPlan.folder).plan
    var records: [TypedRecords] = []
    for form in plan.forms {
      var table = TypedRecords(
        form: form.name,
        fields: form.fields.map(\.name),
        columns: form.fields.map { TypedColumn(emptyFor: $0) }
      )
      for row in rows[form.name] ?? [] {
        // All rows of a form stand in one file here, numbered by the form's place.
        table.files.append(fileNumber(form, plan))
        table.lines.append(row.line)
        table.years.append(row.year)
        table.units.append(row.unit)
        table.senders.append(row.sender)
        for (column, field) in form.fields.enumerated() {
          append(row.values[field.name], field, &table.columns[column])
        }
      }
      records.append(table)
    }
    let day = try #require(CalendarDate(year: year, month: 12, day: 15))
    let text = LocalisedText(vietnamese: "")
    let named = plan.forms.map {
      SourceFileRow(
        file: fileNumber($0, plan),
        path: "\($0.name).csv",
        sha256: "",
        bytes: 0,
        year: nil,
        sender: ""
      )
    }
    let settings = RunSettings(
      plan: plan.id,
      year: year,
      asOf: day,
      datasetTitle: text,
      isSynthetic: false,
      notice: text
    )
    return join(
      plan,
      IngestTables(settings: settings, files: files + named, notes: [], records: [], findings: []),
      CleanTables(
        records: records,
        setAside: [],
        superseded: [],
        accounts: accounts,
        findings: []
      ),
      jobs: jobs
    )
  }

  private func fileNumber(_ form: Form, _ plan: Plan) -> Int {
    plan.forms.firstIndex { $0.name == form.name } ?? -1
  }

  private func append(
    _ value: Value?,
    _ field: Field,
    _ column: inout TypedColumn
  ) {
    switch field.type {
    case .integer, .number, .year:
      let number: FixedDecimal? = if case .number(let number)? = value { number } else { nil }
      column.append(number: number, missing: number == nil ? .notReported : nil)
    case .string:
      let text: String? = if case .text(let text)? = value { text } else { nil }
      column.append(text: text, missing: text == nil ? .notReported : nil)
    case .date:
      let date: CalendarDate? = if case .date(let date)? = value { date } else { nil }
      column.append(date: date, missing: date == nil ? .notReported : nil)
    case .boolean:
      column.append(flag: nil, missing: .notReported)
    }
  }
}
