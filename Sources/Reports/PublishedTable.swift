internal import Diagnostics
internal import Plan
internal import Tables

/// A table of the data package: its schema and its file, which is made when it is written.
struct PublishedTable: Sendable {
  let schema: TableSchema
  let file: DescribedFile

  private init(
    _ schema: TableSchema,
    sharing content: @escaping @Sendable (_ jobs: Int, _ put: ([UInt8]) -> Void) -> Void
  ) {
    self.schema = schema
    let name = "\(PublishedFile.tables)/\(schema.name).csv"
    file = DescribedFile(StageFile(name: name, sharing: content))
  }

  init<Row: TableRow>(_ rows: [Row]) {
    self.init(Row.schema) { jobs, put in write(rows, as: .spreadsheet, jobs: jobs, to: put) }
  }

  init(_ schema: TableSchema, _ rows: [[Cell]]) {
    self.init(schema) { _, put in put(write(rows, schema: schema, as: .spreadsheet)) }
  }

  /// A table whose last column has the key of each row's figure.
  ///
  /// - Parameters:
  ///   - schema: The table's schema without the key.
  ///   - rows: Rows without the key.
  ///   - keys: Key of each row; empty where it holds no figure.
  init(_ schema: TableSchema, _ rows: [[Cell]], keys: [Cell]) {
    self.init(
      Self.keyed(schema, isRequired: !keys.contains(.empty)),
      zip(rows, keys).map { $0 + [$1] }
    )
  }

  init<Rows: RowList>(_ rows: Rows, _ keys: FigureKeys) where Rows.Row: KeyedRow {
    let schema = Self.keyed(Rows.Row.schema, isRequired: true)
    self.init(schema) { jobs, put in
      write(
        rows,
        schema: schema,
        as: .spreadsheet,
        key: { keys.put($0, into: &$1) },
        jobs: jobs,
        to: put
      )
    }
  }

  private static func keyed(_ schema: TableSchema, isRequired: Bool) -> TableSchema {
    var schema = schema
    schema.columns.append(
      TableColumn(
        "key",
        .text,
        vi: "Khóa để tra bằng chitieu explain",
        en: "Key for chitieu explain",
        isRequired: isRequired
      )
    )
    return schema
  }

  /// A table in which cells of some columns are left empty in rows that would count cases.
  init<Row: TableRow>(
    _ rows: [Row],
    without columns: Set<String>,
    where hides: @escaping @Sendable (Row) -> Bool
  ) {
    let schema = Self.hiding(columns, Row.schema)
    self.init(schema) { jobs, put in
      let write = Self.writer(without: columns, where: hides)
      Tables.write(rows, schema: schema, as: .spreadsheet, row: write, jobs: jobs, to: put)
    }
  }

  /// The same with the key of each row's figure.
  init<Row: KeyedRow>(
    _ rows: [Row],
    _ keys: FigureKeys,
    without columns: Set<String>,
    where hides: @escaping @Sendable (Row) -> Bool
  ) {
    let schema = Self.keyed(Self.hiding(columns, Row.schema), isRequired: true)
    self.init(schema) { jobs, put in
      Tables.write(
        rows,
        schema: schema,
        as: .spreadsheet,
        row: Self.writer(without: columns, where: hides),
        key: { keys.put($0, into: &$1) },
        jobs: jobs,
        to: put
      )
    }
  }

  /// A schema of which cells of some columns may be empty.
  private static func hiding(_ columns: Set<String>, _ schema: TableSchema) -> TableSchema {
    var schema = schema
    for index in schema.columns.indices where columns.contains(schema.columns[index].name) {
      schema.columns[index].isRequired = false
    }
    if schema.primaryKey.contains(where: columns.contains) { schema.primaryKey = [] }
    return schema
  }

  private static func writer<Row: TableRow>(
    without columns: Set<String>,
    where hides: @escaping @Sendable (Row) -> Bool
  ) -> @Sendable (Row, inout TableWriter) -> Void {
    let isHidden = Row.schema.columns.map { columns.contains($0.name) }
    return { row, writer in
      guard hides(row) else { return row.write(to: &writer) }
      for (cell, isHidden) in zip(row.cells, isHidden) { writer.append(isHidden ? .empty : cell) }
    }
  }
}

extension ReportContext {
  /// The tables that are published, by name.
  ///
  /// Those about what was sent are published once, by the units that it was sent to: at other
  /// boundaries a code may mean another unit.
  ///
  func publishedTables() -> [PublishedTable] {
    (evaluatedTables() + (isOfOthersReports ? [] : sentTables()))
      .sorted { $0.schema.name < $1.schema.name }
  }

  /// What was made of the figures, by the units that are evaluated.
  private func evaluatedTables() -> [PublishedTable] {
    let keys = FigureKeys(plan, tables.settings)
    let clauses = clauseRows()
    return [
      PublishedTable(
        ClauseRow.schema,
        clauses.map { $0.cells(in: language) },
        keys: clauses.map { $0.figure.map(keys.cell) ?? .empty }
      ),
      PublishedTable(tables.comparisons, keys),
      PublishedTable(tables.comparisonTests),
      PublishedTable(tables.indicators, keys),
      PublishedTable(tables.targets, keys),
      PublishedTable(tables.trends, keys),
      unitsTable(),
    ] + (plan.rollUp == nil ? [] : [PublishedTable(tables.handedUp)])
  }

  /// What was sent, by the units that sent it.
  private func sentTables() -> [PublishedTable] {
    let sensitivity = tables.sensitivity
    let keys = FigureKeys(plan, tables.settings)
    return [
      PublishedTable(tables.conflicts),
      PublishedTable(corrections.rows),
      PublishedTable(tables.facts, keys),
      PublishedTable(
        tables.files,
        without: ["bytes", "records", "layout_rows"],
        where: { sensitivity.countsCases($0.form) }
      ),
      PublishedTable(tables.findings),
      PublishedTable(
        ReconciliationRow.schema,
        tables.reconciliation.map(\.cells),
        keys: tables.reconciliation.map { $0.figure(in: plan).map(keys.cell) ?? .empty }
      ),
      PublishedTable(
        tables.reporting,
        keys,
        without: ["rows"],
        where: { sensitivity.countsCases($0.form) }
      ),
      PublishedTable(
        tables.accounts,
        without: ["records", "layout_rows", "rows", "used", "superseded", "set_aside"],
        where: { sensitivity.countsCases(file: $0.file) }
      ),
      PublishedTable(tables.revisions),
      PublishedTable(tables.scores, keys),
      PublishedTable(
        tables.setAside,
        without: ["line"],
        where: { sensitivity.countsCases(file: $0.file) }
      ),
      PublishedTable(
        tables.superseded,
        without: ["line", "by_line", "key"],
        where: { sensitivity.countsCases($0.form) }
      ),
    ]
  }

  private func unitsTable() -> PublishedTable {
    var codes = unitsOfIndicators.union([plan.unit]).union(members.lazy.map(\.code))
    codes.formUnion(tables.handedUp.lazy.map(\.unit))
    if !isOfOthersReports {
      // A unit's facts mostly follow one another, by year.
      var last = plan.unit
      for place in tables.facts.indices where tables.facts.span[place].unit != last {
        last = tables.facts.span[place].unit
        codes.insert(last)
      }
    }
    return PublishedTable(
      TableSchema(
        "units",
        vi: "Đơn vị hành chính",
        en: "Org units",
        primaryKey: ["code"],
        columns: [
          TableColumn("code", .text, vi: "Mã", en: "Code", isRequired: true),
          TableColumn("name", .text, vi: "Tên", en: "Name", isRequired: true),
        ]
      ),
      codes.sorted().map { [.text($0), .text(unitName($0))] }
    )
  }
}
