internal import Diagnostics
internal import Plan
internal import Tables

/// A clause of the plan with one indicator of it, and what it stands at for the plan's unit.
struct ClauseRow: Sendable {
  var clause: Clause
  var indicator: Indicator?
  var row: IndicatorRow?
  var target: TargetRow?

  static let schema = TableSchema(
    "clauses",
    vi: "Các mục của kế hoạch và chỉ tiêu đo",
    en: "Clauses of the plan and the indicators that measure them",
    columns: [
      TableColumn("clause", .text, vi: "Mục", en: "Clause", isRequired: true),
      TableColumn("title", .text, vi: "Nội dung", en: "Title"),
      TableColumn("indicator", .text, vi: "Chỉ tiêu", en: "Indicator"),
      TableColumn("indicator_title", .text, vi: "Tên chỉ tiêu", en: "Title of the indicator"),
      TableColumn("unit", .text, vi: "Đơn vị tính", en: "Unit of measure"),
      TableColumn("numerator", .number, vi: "Tử số", en: "Numerator"),
      TableColumn("denominator", .number, vi: "Mẫu số", en: "Denominator"),
      TableColumn("value", .number, vi: "Giá trị", en: "Value"),
      TableColumn("target", .text, vi: "Mục tiêu", en: "Target"),
      TableColumn("status", .text, vi: "Tình trạng", en: "Status", isRequired: true),
      TableColumn("remark", .text, vi: "Vì sao không đo được", en: "Why no figure measures it"),
    ]
  )

  /// A target's status; without a target whether it was measured, or why not.
  var status: String {
    if let target { return target.status.rawValue }
    if let row { return row.missing?.rawValue ?? "measured" }
    if indicator != nil { return MissingReason.notReported.rawValue }
    return clause.unmeasured == nil ? "heading" : "unmeasured"
  }

  /// The target, or else the indicator's value; nil where nothing measures the clause.
  var figure: FigureKey.Figure? {
    if let target { return .target(target.target, unit: target.unit, year: target.year) }
    return row.map { .indicator($0.indicator, unit: $0.unit, year: $0.year) }
  }

  func cells(in language: Language) -> [Cell] {
    [
      .text(clause.id),
      .text(clause.title.text(in: language)),
      .text(indicator?.id ?? ""),
      .text(indicator?.title.text(in: language) ?? ""),
      .text(indicator?.unit.text(in: language) ?? ""),
      .optional(row?.numerator),
      .optional(row?.denominator),
      .optional(row?.value),
      .text(target?.target ?? ""),
      .text(status),
      .text(clause.unmeasured?.text(in: language) ?? ""),
    ]
  }
}

extension ReportContext {
  /// A row for each clause, indicator and target, in the plan's order.
  func clauseRows() -> [ClauseRow] {
    plan.clauses.flatMap { clause -> [ClauseRow] in
      let own = plan.indicators.filter { $0.clauses.contains(clause.id) }
      guard !own.isEmpty else { return [ClauseRow(clause: clause)] }
      return own.flatMap { indicator -> [ClauseRow] in
        let row = self.indicator(indicator.id, plan.unit, year)
        let targets = plan.targets.filter { $0.clause == clause.id }
          .compactMap { target($0.id, plan.unit) }
          .filter { $0.indicator == indicator.id }
        guard !targets.isEmpty else {
          return [ClauseRow(clause: clause, indicator: indicator, row: row)]
        }
        return targets.map {
          ClauseRow(clause: clause, indicator: indicator, row: row, target: $0)
        }
      }
    }
  }

  /// `{{clauses}}`.
  func clausesBlock() -> String {
    Markdown.table(
      [
        say(vi: "Mục", en: "Clause"), say(vi: "Nội dung", en: "Title"),
        say(vi: "Chỉ tiêu", en: "Indicator"), say(vi: "Giá trị", en: "Value"),
        say(vi: "Tình trạng", en: "Status"),
      ],
      clauseRows().map { row in
        [
          row.clause.id,
          say(row.clause.title),
          row.indicator.map { say($0.title) } ?? "–",
          row.indicator.map { figureWithUnit(row.row, $0) } ?? "–",
          statusText(row),
        ]
      }
    )
  }

  private func figureWithUnit(_ row: IndicatorRow?, _ indicator: Indicator) -> String {
    let figure = figure(row, indicator)
    let unit = say(indicator.unit)
    guard row?.value != nil, !unit.isEmpty, unit != "%" else { return figure }
    return "\(figure) \(unit)"
  }

  private func statusText(_ row: ClauseRow) -> String {
    if let target = row.target {
      let bounds = statusBounds(target)
      let text = status(target, withFigure: false)
      return bounds.isEmpty ? text : "\(text) (\(bounds))"
    }
    if row.indicator != nil {
      let missing = row.row == nil ? MissingReason.notReported : row.row?.missing
      return missing.map { say($0.label) } ?? say(vi: "theo dõi", en: "watched")
    }
    if let reason = row.clause.unmeasured {
      return say(vi: "không đo được bằng số: ", en: "no figure measures it: ") + say(reason)
    }
    return say(vi: "xem các mục con", en: "see the clauses below")
  }
}
