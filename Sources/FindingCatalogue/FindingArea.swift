package import Diagnostics

/// What a finding speaks of; the page of findings has a section for each.
package enum FindingArea: CaseIterable, Sendable {
  case folder, archive, file, encoding, header, row, person, number, date, word, unit, repeated
  case otherYear
  case plan, indicator, table

  package var entries: [FindingEntry] {
    switch self {
    case .folder: FindingEntry.ofFolders
    case .archive: FindingEntry.ofArchives
    case .file: FindingEntry.ofFiles + FindingEntry.ofLongFiles
    case .encoding: FindingEntry.ofEncodings
    case .header: FindingEntry.ofHeaders + FindingEntry.ofHeaderPlaces
    case .row: FindingEntry.ofRows + FindingEntry.ofTableRows
    case .person: FindingEntry.ofPersons
    case .number: FindingEntry.ofNumbers + FindingEntry.ofNumberSpellings
    case .date: FindingEntry.ofDates + FindingEntry.ofDateOrders
    case .word: FindingEntry.ofWords + FindingEntry.ofWordSpellings
    case .unit: FindingEntry.ofUnits + FindingEntry.ofUnitChecks + FindingEntry.ofYearParts
    case .repeated: FindingEntry.ofRepeats
    case .otherYear: FindingEntry.ofOtherYears
    case .plan:
      FindingEntry.ofPlanFiles + FindingEntry.ofPlanReferences + FindingEntry.ofPlanParts
        + FindingEntry.ofSharedMeasures
    case .indicator: FindingEntry.ofIndicators + FindingEntry.ofTemplates
    case .table: FindingEntry.ofTables
    }
  }

  /// Whether its findings are about what senders send; others are for those who write plans.
  package var isOfData: Bool {
    switch self {
    case .plan, .indicator, .table: false
    default: true
    }
  }

  package var title: LocalisedText {
    switch self {
    case .folder: LocalisedText(vi: "Thư mục số liệu và sổ nhận", en: "Data folder and receipts")
    case .archive: LocalisedText(vi: "Tệp nén", en: "Archives")
    case .file: LocalisedText(vi: "Cả tệp", en: "Whole files")
    case .encoding: LocalisedText(vi: "Bảng mã", en: "Encodings")
    case .header: LocalisedText(vi: "Tiêu đề và cột", en: "Headers and columns")
    case .row: LocalisedText(vi: "Hàng", en: "Rows")
    case .person: LocalisedText(vi: "Dữ liệu cá nhân", en: "Data of persons")
    case .number: LocalisedText(vi: "Số", en: "Numbers")
    case .date: LocalisedText(vi: "Ngày và năm", en: "Dates and years")
    case .word: LocalisedText(vi: "Chữ và loại", en: "Words and categories")
    case .unit: LocalisedText(vi: "Đơn vị", en: "Units")
    case .repeated:
      LocalisedText(vi: "Nhiều tệp, nhiều nguồn cho một việc", en: "Several files for one thing")
    case .otherYear:
      LocalisedText(vi: "So với các năm khác của đơn vị", en: "Against the unit's other years")
    case .plan: LocalisedText(vi: "Thư mục kế hoạch", en: "Plan folders")
    case .indicator:
      LocalisedText(vi: "Chỉ tiêu, quy tắc và mẫu báo cáo", en: "Indicators, rules and templates")
    case .table: LocalisedText(vi: "Bảng trung gian", en: "Tables between the stages")
    }
  }
}
