package import Diagnostics
internal import Plan

/// What a run was asked to do and what it was made from; later stages read it from the workspace.
package struct RunSettings: Sendable, Equatable {
  /// Id of the plan.
  package var plan: String
  /// Unit that the plan is evaluated for; nil for the plan's own.
  package var unit: String?
  /// Year that is evaluated.
  package var year: Int
  /// Day for which it is evaluated.
  package var asOf: CalendarDate
  /// Day whose boundaries the units' figures are carried to; nil for those of each year.
  package var boundaries: CalendarDate?
  package var datasetTitle: LocalisedText
  package var isSynthetic: Bool
  package var notice: LocalisedText

  package init(
    plan: String,
    unit: String? = nil,
    year: Int,
    asOf: CalendarDate,
    boundaries: CalendarDate? = nil,
    datasetTitle: LocalisedText,
    isSynthetic: Bool,
    notice: LocalisedText
  ) {
    self.plan = plan
    self.unit = unit
    self.year = year
    self.asOf = asOf
    self.boundaries = boundaries
    self.datasetTitle = datasetTitle
    self.isSynthetic = isSynthetic
    self.notice = notice
  }

  package var rows: [SettingRow] {
    [
      SettingRow(key: "plan", value: plan),
      SettingRow(key: "unit", value: unit ?? ""),
      SettingRow(key: "year", value: String(year)),
      SettingRow(key: "as_of", value: asOf.description),
      SettingRow(key: "boundaries", value: boundaries?.description ?? ""),
      SettingRow(key: "dataset_vi", value: datasetTitle.vietnamese),
      SettingRow(key: "dataset_en", value: datasetTitle.english),
      SettingRow(key: "synthetic", value: String(isSynthetic)),
      SettingRow(key: "notice_vi", value: notice.vietnamese),
      SettingRow(key: "notice_en", value: notice.english),
    ]
  }

  package init(_ rows: [SettingRow], file: String) throws(TableError) {
    func value(_ key: String) throws(TableError) -> String {
      let own = rows.filter { $0.key == key }
      guard own.count == 1 else {
        throw TableError(
          location: Location(file: file),
          found: rows.map(\.key).joined(separator: ","),
          expected: LocalisedText(
            vi: "thiết lập '\(key)' một lần",
            en: "the setting '\(key)' once"
          )
        )
      }
      return own[0].value
    }
    func parsed<T>(
      _ key: String,
      expecting expected: LocalisedText? = nil,
      _ read: (String) -> T?
    ) throws(TableError) -> T {
      let text = try value(key)
      guard let result = read(text) else {
        throw TableError(
          location: Location(file: file),
          found: text,
          expected: expected
            ?? LocalisedText(vi: "giá trị của '\(key)'", en: "a value of '\(key)'")
        )
      }
      return result
    }
    plan = try value("plan")
    unit = try parsed("unit") { $0.isEmpty ? .some(nil) : .some($0) }
    year = try parsed("year", expecting: PlanYears.expected) { text in
      Int(text).flatMap { PlanYears.possible.contains($0) ? $0 : nil }
    }
    let day = LocalisedText(vi: "một ngày năm-tháng-ngày", en: "a date yyyy-mm-dd")
    asOf = try parsed("as_of", expecting: day) { CalendarDate(iso: $0) }
    boundaries = try parsed("boundaries", expecting: day) { text in
      text.isEmpty ? .some(nil) : CalendarDate(iso: text).map { .some($0) }
    }
    datasetTitle = LocalisedText(vi: try value("dataset_vi"), en: try value("dataset_en"))
    let flag = LocalisedText(vi: "true hoặc false", en: "true or false")
    isSynthetic = try parsed("synthetic", expecting: flag) { Bool($0) }
    notice = LocalisedText(vi: try value("notice_vi"), en: try value("notice_en"))
  }
}
