import Diagnostics
import Plan
import Tables
import VietnameseText

/// Why a name or code that two units of a year have was read as the one or the other.
enum TimeReason: Hashable {
  case fileKeepsFormer, fileNamesFormer, fileNamesLater, othersSentToo, existsAtEnd

  var text: LocalisedText {
    switch self {
    case .fileKeepsFormer:
      LocalisedText(
        vi: "tệp vẫn ghi các đơn vị cũ cả sau khi đổi",
        en: "the file goes on naming former units after the change"
      )
    case .fileNamesFormer:
      LocalisedText(
        vi: "các hàng khác của tệp là đơn vị cũ",
        en: "the other rows of the file are former units"
      )
    case .fileNamesLater:
      LocalisedText(
        vi: "các hàng khác của tệp là đơn vị mới",
        en: "the other rows of the file are new units"
      )
    case .existsAtEnd:
      LocalisedText(
        vi: "số liệu ghi là của cả năm, mà chỉ đơn vị mới có đến cuối năm",
        en: "the figures are said to be the whole year's, at whose end only the new unit exists"
      )
    case .othersSentToo:
      LocalisedText(
        vi: "các đơn vị cũ cùng nhập đều gửi biểu này",
        en: "all former units that merged with it sent this form"
      )
    }
  }
}

// What is said of rows whose unit depends on the time.
extension FormRows {
  /// How sentences name a unit that shares its code or name with another one of the year.
  private func named(_ key: String, _ eras: UnitEras) -> LocalisedText {
    guard let unit = eras.units.unit(key) else { return LocalisedText(vietnamese: key) }
    let day = unit.days.lowerBound
    return eras.units.isLater(key)
      ? LocalisedText(vi: "'\(unit.unit.name)' từ \(day)", en: "'\(unit.unit.name)' from \(day)")
      : LocalisedText(
        vi: "'\(unit.unit.name)' đến \(unit.days.upperBound)",
        en: "'\(unit.unit.name)' until \(unit.days.upperBound)"
      )
  }

  private func list(_ keys: some Sequence<String>, _ eras: UnitEras) -> LocalisedText {
    let names = keys.map { named($0, eras) }
    return LocalisedText(
      vi: names.map(\.vietnamese).joined(separator: ", "),
      en: names.map(\.english).joined(separator: ", ")
    )
  }

  private static let howToTell = LocalisedText(
    vi:
      "ghi kỳ của số liệu ('6 tháng đầu năm', '6 tháng cuối năm', 'cả năm') vào cột năm, tên bảng "
      + "hoặc tên tệp",
    en: "write the part of the year ('6 tháng đầu năm', '6 tháng cuối năm', 'cả năm') into the "
      + "column of the year, the title or the file's name"
  )

  mutating func notTold(_ row: Int, _ field: Int, _ eras: UnitEras, _ keys: [String]) {
    let units = list(keys, eras)
    setAside(
      row,
      "part-not-told",
      field,
      LocalisedText(
        vi: "biết được là \(units.vietnamese); \(Self.howToTell.vietnamese)",
        en: "to tell \(units.english) apart; \(Self.howToTell.english)"
      )
    )
  }

  mutating func outside(_ row: Int, _ field: Int, _ eras: UnitEras, _ keys: Set<String>) {
    let units = list(keys.sorted(), eras)
    setAside(
      row,
      "part-outside-unit",
      field,
      LocalisedText(
        vi: "kỳ của số liệu nằm trong thời gian có đơn vị, \(units.vietnamese)",
        en: "a part of the year in which the unit exists, \(units.english)"
      )
    )
  }

  mutating func toldTwice(_ row: Int, _ field: Int, _ eras: UnitEras, _ others: [String]) {
    let units = list(others, eras)
    setAside(
      row,
      "year-told-twice",
      field,
      LocalisedText(
        vi: "số liệu mỗi thời gian một lần; đã có báo cáo của \(units.vietnamese), số liệu này gồm "
          + "cả thời gian ấy; nếu chỉ là phần còn lại của năm thì \(Self.howToTell.vietnamese)",
        en:
          "each time told once; \(units.english) sent reports too, and this row covers their time "
          + "again; if it is of the rest of the year only, \(Self.howToTell.english)"
      )
    )
  }

  private mutating func setAside(
    _ row: Int,
    _ code: String,
    _ field: Int,
    _ expected: LocalisedText
  ) {
    setAside(
      row,
      field: field,
      finding(
        code,
        row: row,
        field: field,
        found: raw.columns[field].text(row).trimmedBlanks,
        expected: LocalisedText(
          vi: expected.vietnamese + "; cả hàng không được dùng",
          en: expected.english + "; the row is not used"
        )
      ),
      text: text(row)
    )
  }

  /// Says once a file how names and codes were read that two units of the year have.
  mutating func noteTime(
    _ row: Int,
    _ field: Int,
    _ eras: UnitEras,
    _ key: String,
    _ why: TimeReason
  ) {
    guard timeNotes.insert(FileTime(file: raw.files[row], why: why)).inserted else { return }
    let unit = named(key, eras)
    noteCell(
      "unit-by-time",
      .note,
      row: row,
      field: field,
      found: raw.columns[field].text(row).trimmedBlanks,
      proposal: "",
      expected: LocalisedText(
        vi:
          "tên hoặc mã cùng với kỳ của số liệu; đã hiểu là \(unit.vietnamese), và các hàng tương tự "
          + "như vậy, vì \(why.text.vietnamese)",
        en: "a name or code together with the part of the year; \(unit.english) is taken, and the "
          + "like in other rows, as \(why.text.english)"
      )
    )
  }

  /// Says that a unit that began within the year told all of it.
  mutating func noteWholeYear(_ row: Int, _ key: String, _ eras: UnitEras) {
    let unit = named(key, eras)
    let former = list((eras.units.unit(key)?.origins ?? []).sorted(), eras)
    remark(
      Finding(
        "whole-year-of-later-unit",
        .note,
        at: location(row, field: form.unitField),
        sender: sender(row),
        field: form.unitField.map { form.fields[$0].name } ?? "",
        year: year(row),
        found: raw.columns[form.unitField ?? 0].text(row).trimmedBlanks,
        expected: LocalisedText(
          vi: "báo cáo của \(former.vietnamese) cho thời gian trước; không có, nên số liệu của "
            + "\(unit.vietnamese) được hiểu là của cả năm",
          en:
            "reports of \(former.english) for the time before; there are none, and the figures of "
            + "\(unit.english) are taken for the whole year"
        )
      ),
      row: row
    )
  }

  /// Says that a unit's own figures include land that is not the plan's.
  mutating func noteLand(_ row: Int, _ key: String, _ share: Share, _ eras: UnitEras) {
    let unit = named(key, eras)
    let percent = Int((share.value * 100).rounded())
    remark(
      Finding(
        "land-from-elsewhere",
        .note,
        at: location(row, field: form.unitField),
        sender: sender(row),
        field: form.unitField.map { form.fields[$0].name } ?? "",
        year: year(row),
        found: raw.columns[form.unitField ?? 0].text(row).trimmedBlanks,
        expected: LocalisedText(
          vi:
            "số liệu của riêng phần đất thuộc kế hoạch; \(unit.vietnamese) chỉ có \(percent) % diện "
            + "tích như vậy, nên số liệu được cộng kèm mức thấp nhất và không so sánh được",
          en:
            "figures of the land that is the plan's alone; of \(unit.english) only \(percent)% is, "
            + "so that its figures are added with a lower bound and cannot be compared"
        )
      ),
      row: row
    )
  }
}

/// A reason for which names of a file were read as units of one time.
struct FileTime: Hashable {
  var file: Int
  var why: TimeReason
}
