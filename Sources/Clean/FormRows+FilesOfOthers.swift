import Diagnostics
import Tables

extension FormRows {
  /// Says once for a whole file that all its rows are another unit's, in place of once a row.
  mutating func gatherFilesOfOthers() {
    let code = "unit-not-sender"
    var rows: [Int: (own: [Int], finding: Finding)] = [:]
    for remark in remarks.onRows where remark.finding.code == code {
      rows[raw.files[remark.row], default: ([], remark.finding)].own.append(remark.row)
    }
    guard !rows.isEmpty else { return }
    var total: [Int: Int] = [:]
    for (file, rows) in raw.fileRanges { total[file, default: 0] += rows.count }
    rows = rows.filter { file, rows in
      rows.own.count == total[file] && Set(rows.own.map { units[$0] }).count == 1
    }
    remarks.onRows.removeAll { $0.finding.code == code && rows[raw.files[$0.row]] != nil }
    for index in setAside.indices where setAside[index].reason == code {
      if rows[setAside[index].file] != nil { setAside[index].reason = "file-of-other-unit" }
    }
    for (_, (own, finding)) in rows.sorted(by: { $0.key < $1.key }) {
      let folder = "\(year(own[0]))/\(units[own[0]])"
      remarkOnFile(
        Finding(
          "file-of-other-unit",
          .error,
          at: Location(file: finding.location.file),
          sender: finding.sender,
          field: finding.field,
          year: finding.year,
          found: finding.found,
          expected: LocalisedText(
            vi: "số liệu của đơn vị gửi; cả tệp (\(own.count) hàng) không được dùng, nếu là tệp "
              + "của '\(finding.found)' thì để vào thư mục '\(folder)'",
            en: "figures of the sending unit; none of the rows (\(own.count)) is used; if the "
              + "file is of '\(finding.found)', put it into the folder '\(folder)'"
          )
        )
      )
    }
  }
}
