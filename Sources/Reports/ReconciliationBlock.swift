internal import Diagnostics
internal import Plan
internal import Tables

/// `{{reconciliation}}`: what several senders say of one measure, and whose figure is used.
extension ReportContext {
  func reconciliationBlock() -> String {
    guard !plan.measures.isEmpty else {
      return say(
        vi: "Kế hoạch không có số liệu nào do nhiều nơi cùng báo cáo.",
        en: "No measure of the plan is reported by several senders."
      )
    }
    let intro = say(
      vi: "Mỗi số liệu dưới đây có từ hai nguồn trở lên. Nguồn chưa báo cáo được nêu là chưa báo "
        + "cáo, không coi là khác. Bảng chỉ nêu nơi các nguồn khác nhau, lệch nhiều xếp trước.",
      en: "Each measure below comes from two or more sources. A source that has not reported is "
        + "no difference. Tables show only where sources differ, the largest difference first."
    )
    return Markdown.blocks([intro] + plan.measures.map(measureText))
  }

  private func measureText(_ measure: SharedMeasure) -> String {
    let rows = tables.reconciliation.filter { $0.measure == measure.id && $0.year == year }
    let places = Dictionary(grouping: rows, by: \.unit).map { ReconciledUnit(unit: $0, rows: $1) }
      .sorted {
        ($1.size, reporterName($0.unit), $0.unit) < ($0.size, reporterName($1.unit), $1.unit)
      }
    let head = "**\(say(measure.title)).** \(agreement(places, measure)) \(choice(measure))"
    return Markdown.blocks([head, table(places.filter { $0.state == .differs }, measure)])
  }

  /// "16 of 18 units agree", and what becomes of the others.
  private func agreement(_ places: [ReconciledUnit], _ measure: SharedMeasure) -> String {
    guard !places.isEmpty else {
      return say(vi: "Năm \(year) không phải báo cáo.", en: "Not due in \(year).")
    }
    func count(_ state: ReconciledUnit.State) -> Int { places.count { $0.state == state } }
    var parts: [String] = []
    if measure.place == .plan {
      switch places[0].state {
      case .agrees: parts.append(say(vi: "Các nguồn khớp nhau", en: "The sources agree"))
      case .differs: parts.append(say(vi: "Các nguồn khác nhau", en: "The sources differ"))
      default: parts.append(say(vi: "Chưa so sánh được", en: "They cannot be compared"))
      }
    } else {
      parts.append(
        say(
          vi: "\(count(.agrees)) trong \(places.count) đơn vị khớp nhau",
          en: "\(count(.agrees)) of \(places.count) units agree"
        )
      )
      if count(.differs) > 0 {
        parts.append(say(vi: "\(count(.differs)) khác nhau", en: "\(count(.differs)) differ"))
      }
    }
    for (state, vi, en) in [
      (
        ReconciledUnit.State.missing, "có nguồn chưa báo cáo", "lack a source that has not reported"
      ),
      (.partial, "có nguồn mới là cận dưới", "have a source that is only a lower bound"),
      (
        .hidden, "có nguồn không công bố \(Self.hiddenMark)",
        "have a source that is not published \(Self.hiddenMark)"
      ),
    ] where count(state) > 0 {
      let number = measure.place == .plan ? "" : "\(count(state)) "
      parts.append(number + say(vi: vi, en: en))
    }
    return parts.joined(separator: "; ") + "."
  }

  private func choice(_ measure: SharedMeasure) -> String {
    let source = sourceName(measure.used)
    return say(
      vi: "Dùng số của \(source): \(say(measure.reason))",
      en: "Used: \(source). \(say(measure.reason))"
    )
  }

  private func table(_ places: [ReconciledUnit], _ measure: SharedMeasure) -> String {
    let isNumber = plan.element(measure.used)?.kind == .number
    let sources = measure.sources.map { source in
      sourceName(source) + (source == measure.used ? say(vi: " (được dùng)", en: " (used)") : "")
    }
    var header = [say(vi: "Đơn vị", en: "Unit")] + sources
    if isNumber {
      header += [
        say(vi: "Chênh lệch", en: "Difference"), say(vi: "So với số dùng", en: "Relative"),
      ]
    }
    return Markdown.table(
      header,
      aligned: [.left]
        + Array(repeating: isNumber ? .right : .left, count: header.count - 1),
      places.map { place in
        var cells = [reporterName(place.unit)]
        cells += measure.sources.map { source in
          place.rows.first { $0.source == source }.map(sourceFigure) ?? "–"
        }
        guard isNumber else { return cells }
        let widest = place.widest
        cells.append(widest?.difference.map { signed($0.double, percent: false) } ?? "–")
        cells.append(widest?.relativeDifference.map { signed($0 * 100, percent: true) } ?? "–")
        return cells
      }
    )
  }

  private func signed(_ value: Double, percent: Bool) -> String {
    let sign = value > 0 ? "+" : ""
    guard percent else { return sign + numbers.short(value) }
    return sign + numbers.text(value, decimals: 1) + (isVietnamese ? " %" : "%")
  }

  /// Who gives a data element and in which form: `Office (02)`.
  func sourceName(_ id: String) -> String {
    guard let form = plan.element(id).flatMap({ plan.form($0.form) }) else { return id }
    let senders = form.senders.map(senderName).joined(separator: ", ")
    return "\(senders) (\(form.number.isEmpty ? say(form.title) : form.number))"
  }

  /// What a source says, as people read it.
  func sourceFigure(_ row: ReconciliationRow) -> String {
    if row.missing == .suppressed { return Self.hiddenMark }
    guard let element = plan.element(row.source) else { return "–" }
    if let value = row.value {
      switch element.kind {
      case .flag: return value == .zero ? say(vi: "không", en: "no") : say(vi: "có", en: "yes")
      default: return (row.isPartial ? "≥ " : "") + numbers.short(value.double)
      }
    }
    guard row.missing == nil else { return say((row.missing ?? .notReported).label) }
    guard case .field(let form, let field) = element.source,
      let fields = plan.form(form)?.fields, fields.indices.contains(field)
    else { return Markdown.escaped(row.text) }
    let label = fields[field].categories.first { $0.value == row.text }?.label
    return label.map { say($0) } ?? Markdown.escaped(row.text)
  }
}

/// The rows of one measure and year that speak of one unit.
struct ReconciledUnit: Sendable {
  enum State { case agrees, differs, missing, partial, hidden }

  var unit: String
  var rows: [ReconciliationRow]

  var state: State {
    if rows.contains(where: { $0.outcome == .differs }) { return .differs }
    if rows.contains(where: { $0.missing == .suppressed }) { return .hidden }
    if rows.contains(where: { $0.value == nil && $0.text.isEmpty }) { return .missing }
    return rows.contains(where: \.isPartial) ? .partial : .agrees
  }

  /// The row that lies furthest from the figure used.
  var widest: ReconciliationRow? {
    rows.filter { $0.outcome == .differs }.max { Self.size($0) < Self.size($1) }
  }

  /// Size of the widest difference; nothing where no numbers differ.
  var size: Double { widest.map(Self.size) ?? 0 }

  private static func size(_ row: ReconciliationRow) -> Double {
    abs(row.difference?.double ?? 0)
  }
}
