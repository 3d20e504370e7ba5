internal import Diagnostics
internal import Plan
internal import Tables

/// Which units and years are not to be set beside each other.
extension ComparisonText {
  /// Sentences on units that hold land from elsewhere and on units whose series is cut.
  ///
  /// - Parameter rows: Rows of a year; each unit is named once.
  /// - Returns: Up to two sentences, which claim nothing.
  func comparability(_ rows: [ComparisonRow]) -> [ComparisonClaim] {
    let units = Dictionary(rows.map { ($0.unit, $0) }) { first, _ in first }
      .values.sorted { $0.unit < $1.unit }
    let apart = units.compactMap { row in
      row.covered.flatMap { $0 < 1 ? numbers.share(row.name, ofLand: $0) : nil }
    }
    let cut = units.compactMap { row in
      row.breakYear.map { "\(row.name) (\(say(vi: "từ năm", en: "from")) \($0))" }
    }
    var claims: [ComparisonClaim] = []
    if !apart.isEmpty {
      let names = apart.joined(separator: ", ")
      claims.append(
        ComparisonClaim(
          say(
            vi:
              "Không đặt cạnh số liệu của đơn vị mới, vì chỉ một phần đất thuộc các đơn vị cũ của "
              + "kế hoạch, và ở đây chỉ có số liệu của phần ấy: \(names).",
            en:
              "Not to be set beside the new units' own figures, as only part of their land lay in "
              + "the plan's former units, and figures here are those of that part: \(names)."
          )
        )
      )
    }
    if !cut.isEmpty {
      let names = cut.joined(separator: ", ")
      claims.append(
        ComparisonClaim(
          say(
            vi: "Chuỗi số liệu bị ngắt \(ReportContext.breakMark) vì địa giới hoặc định nghĩa thay "
              + "đổi; các năm trước không so với các năm sau: \(names).",
            en: "Series cut \(ReportContext.breakMark) because the area or the definition changed; "
              + "earlier years are not compared with later ones: \(names)."
          )
        )
      )
    }
    return claims
  }

  /// The unit's name, with the part of its land that its figures are of where that is not all.
  func name(_ row: ComparisonRow) -> String {
    guard let covered = row.covered, covered < 1 else { return row.name }
    return numbers.share(row.name, ofLand: covered)
  }
}

extension NumberText {
  /// A unit with the part of its land that the plan's former units held.
  func share(_ name: String, ofLand covered: Double) -> String {
    let share = short(covered * 100)
    return language == .vietnamese
      ? "\(name) (\(share) % diện tích)" : "\(name) (\(share)% of its land)"
  }
}
