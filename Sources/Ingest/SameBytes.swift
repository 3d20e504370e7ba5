import DelimitedText
import Diagnostics
import Plan
import Tables

/// Finds files with the same bytes in folders of several years or senders.
///
/// Two copies in one folder are left to clean, which puts one in the place of the other. Lists
/// without rows are left alone: nobody had a case, and all of them look the same.
struct SameBytes {
  private let plan: Plan

  init(_ plan: Plan) { self.plan = plan }

  func mark(_ files: inout [ReadFile]) {
    var groups: [String: [Int]] = [:]
    for (index, file) in files.enumerated()
    where file.row.status == .read && file.table?.lines.isEmpty == false {
      groups[file.row.sha256, default: []].append(index)
    }
    for group in groups.values.filter({ $0.count > 1 }).sorted(by: { $0[0] < $1[0] }) {
      let bySender = Dictionary(grouping: group) { files[$0].row.sender }
      for own in bySender.values.sorted(by: { $0[0] < $1[0] }) { markYears(own, &files) }
      let left = group.filter { files[$0].row.status == .read }
      for index in left { markSenders(index, among: left, &files) }
    }
  }

  /// One file in folders of several years belongs to the year that its rows name; where they name
  /// none it may be a list that has not changed, so that it is used and asked about.
  private func markYears(_ group: [Int], _ files: inout [ReadFile]) {
    let years = Set(group.compactMap { files[$0].row.year })
    guard years.count > 1, let first = years.min(), let sample = group.first else { return }
    let stated = files[sample].table.flatMap(statedYear).flatMap { years.contains($0) ? $0 : nil }
    let right = stated ?? first
    guard let original = group.first(where: { files[$0].row.year == right }) else { return }
    for index in group where files[index].row.year != right {
      let (own, other) = (files[index].row, files[original].row)
      let finding = Finding.sameFileOtherYear(own, as: other, isUsed: stated == nil)
      if stated == nil {
        files[index].findings.append(finding)
      } else {
        files[index].setAside(finding)
      }
    }
  }

  /// Year in the first row of the year's column, where there is one.
  private func statedYear(_ table: ReadTable) -> Int? {
    guard let field = plan.forms[table.form].yearField, !table.lines.isEmpty else { return nil }
    let digits = table.columns[field].text(0).headOfCell.unicodeScalars.filter {
      ("0"..."9").contains($0)
    }
    return digits.count == 4 ? Int(String(String.UnicodeScalarView(digits))) : nil
  }

  private func markSenders(_ index: Int, among group: [Int], _ files: inout [ReadFile]) {
    let own = files[index].row
    let others = group.map { files[$0].row }.filter {
      $0.sender != own.sender && $0.year == own.year
    }
    guard let other = others.first else { return }
    files[index].findings.append(.sameFileOtherSender(own, as: other))
  }
}

extension Finding {
  static func sameFileOtherYear(
    _ file: SourceFileRow,
    as other: SourceFileRow,
    isUsed: Bool
  ) -> Finding {
    let (own, others) = (yearText(file), yearText(other))
    return Finding(
      "same-file-other-year",
      isUsed ? .warning : .error,
      at: Location(file: file.path),
      sender: file.sender,
      year: file.year,
      message: LocalisedText(
        vi: "giống hệt tệp năm \(others), '\(other.path)', cần số liệu năm \(own); "
          + (isUsed
            ? "tệp vẫn được dùng, hãy xác nhận số liệu không thay đổi"
            : "các hàng ghi năm \(others) nên tệp không được dùng, hãy gửi tệp năm \(own)"),
        en: "found the very file of \(others), '\(other.path)', expected the figures of \(own); "
          + (isUsed
            ? "it is used all the same; confirm that nothing has changed"
            : "its rows say \(others), so that the file is not used")
      )
    )
  }

  static func sameFileOtherSender(_ file: SourceFileRow, as other: SourceFileRow) -> Finding {
    Finding(
      "same-file-other-sender",
      .warning,
      at: Location(file: file.path),
      sender: file.sender,
      year: file.year,
      message: LocalisedText(
        vi: "giống hệt tệp của nơi gửi khác, '\(other.path)', cần số liệu của chính đơn vị; "
          + "hãy kiểm tra tệp có để nhầm thư mục không",
        en: "found the very file of another sender, '\(other.path)', expected the sender's own "
          + "figures; check whether it lies in the wrong folder"
      )
    )
  }

  private static func yearText(_ file: SourceFileRow) -> String {
    file.year.map { String($0) } ?? "–"
  }
}
