import Diagnostics
import Tables
import Testing

/// Settings of a run as a workspace has them, which somebody may have changed.
@Suite struct RunSettingsTests {
  private func rows(year: String) throws -> [SettingRow] {
    let settings = RunSettings(
      plan: "p",
      year: 2024,
      asOf: try #require(CalendarDate(year: 2024, month: 12, day: 31)),
      datasetTitle: LocalisedText(vi: "", en: ""),
      isSynthetic: true,
      notice: LocalisedText(vi: "", en: "")
    )
    return settings.rows.map { $0.key == "year" ? SettingRow(key: "year", value: year) : $0 }
  }

  @Test(arguments: [1900, 2024, 2200]) func yearsOfPlansAreRead(_ year: Int) throws {
    let settings = try RunSettings(rows(year: String(year)), file: "run.csv")
    #expect(settings.year == year && settings.plan == "p")
  }

  /// What is worked out year by year up to such a year would not end.
  @Test(arguments: ["1899", "2201", "99999999", "9999999999999999", "-1", "", "x"])
  func otherYearsAreRefused(_ year: String) throws {
    let rows = try rows(year: year)
    #expect {
      _ = try RunSettings(rows, file: "run.csv")
    } throws: { error in
      let error = error as? TableError
      return error?.location.file == "run.csv" && error?.found == year
        && error?.expected.english == "a year from 1900 to 2200"
    }
  }
}
