/// What says of the data that they are invented, when they arrived, and what is wrong with them.
struct AboutFiles {
  let scenario: Scenario
  let received: [String: String]
  /// The change of units, where its year comes on old and new ones.
  var change: Reorganisation?

  var files: [(path: String, text: String)] {
    [
      ("dataset.json5", dataset), ("receipts.csv", receipts),
      ("README.md", change.map(mixedReadme) ?? readme),
    ]
  }

  private var title: Scenario.Bilingual { change?.title ?? scenario.title }

  private var dataset: String {
    """
    // Written by sample-data from scenario.json5.
    {
      title: { vi: "\(title.vi)", en: "\(title.en)" },
      synthetic: true,
      notice: {
        vi: "\(scenario.notice.vi)",
        en: "\(scenario.notice.en)",
      },
    }

    """
  }

  private var receipts: String {
    var result = "path,received\n"
    for (path, day) in received.sorted(by: { $0.key < $1.key }) {
      let needsQuotes = path.contains(",") || path.contains("\"")
      let cell = needsQuotes ? "\"\(path.replacing("\"", with: "\"\""))\"" : path
      result += "\(cell),\(day)\n"
    }
    return result
  }

  private var readme: String {
    var result = """
      # \(scenario.title.en)

      **\(scenario.notice.en)**

      **\(scenario.notice.vi)**

      All files here but `scenario.json5` are written by the generator in `Samples/`, from that scenario and
      the forms of the plan; the same scenario gives the same bytes. To change the data, change the scenario
      and run

      ```
      swift run sample-data --pipeline pipelines/kh166 --scenario data/samples/kh166/scenario.json5 \\
        --out data/samples/kh166
      ```

      `<year>/<sender>/` holds what a sender sent for a year; `receipts.csv` says on which day each file came.
      The files differ as exports do: encoding, delimiter, line ends, title rows, column numbers, totals,
      signatures, spellings of units and headers, dates, numbers. `layouts` in the scenario lists who writes how.

      ## Planted incidents

      | year | sender | form | file | what is wrong | what the pipeline should do |
      |---|---|---|---|---|---|

      """
    let incidents = scenario.incidents.enumerated().sorted { a, b in
      (b.element.year, b.element.sender, a.offset) < (a.element.year, a.element.sender, b.offset)
    }
    for (_, incident) in incidents {
      let file = incident.file.map { "`\($0)`" } ?? ""
      result +=
        "| \(incident.year) | \(incident.sender) | \(incident.form ?? "all") | \(file) "
        + "| \(incident.trap.en) | \(incident.expected.en) |\n"
    }
    return result
  }
}
