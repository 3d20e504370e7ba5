extension AboutFiles {
  /// What is to be found in the variant whose last year came on old and new units.
  func mixedReadme(_ change: Reorganisation) -> String {
    let year = change.day.year
    let wholeYear = change.wholeYear.joined(separator: ", ")
    var result = """
      # \(change.title.en)

      **\(scenario.notice.en)**

      **\(scenario.notice.vi)**

      The same story as in `\(change.plain)`, with a year \(year) that came on old and new units: on \(change.date)
      \(scenario.units.count) units became \(change.units.count). The other years are links to those of `\(change.plain)`.
      All files are written by the generator in `Samples/` from `\(change.plain)/scenario.json5`:

      ```
      swift run sample-data --pipeline pipelines/kh166 --scenario data/samples/kh166/scenario.json5 \\
        --mixed yes --out data/samples/kh166-mixed
      ```

      The parts of each figure make the figure that the plain data have, and none of the plain data's incidents
      of \(year) is in them.

      ## How \(year) came

      | form | from whom |
      |---|---|
      | commune_year, establishments | old units for "\(change.first)", new ones for "\(change.last)": said in the file's name, \
      in the column of the year or in a title, by sender; folders of codes that both had hold files of both |
      | the same, unit \(wholeYear) | the whole year; its old units sent nothing |
      | cases, hot_spots | one register each, units as they were called on the day of the row |
      | inspections | one register, by establishments |

      """
    for (form, manner) in change.forms.sorted(by: { $0.key < $1.key }) {
      let words =
        switch manner {
        case .rows:
          "one file, rows of old and new units beside each other, the part in the column of the year"
        case .groups: "one file, a group of old units and one of new units below labels"
        case .files: "two files, one for each part"
        case .later: "new units alone, for the whole year"
        }
      result += "| \(form) | \(words) |\n"
    }
    result += "| all other lists by unit | old units for the whole year |\n"
    let divided = scenario.units.filter { change.heirs(of: $0.code).count > 1 }
    for unit in divided {
      let heirs = change.heirs(of: unit.code).map { "\($0.unit.name) (\($0.unit.code))" }
      result +=
        "\n\(unit.name) (\(unit.code)) was divided between \(heirs.joined(separator: " and ")).\n"
    }
    return result
  }
}
