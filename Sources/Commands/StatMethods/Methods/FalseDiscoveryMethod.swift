import CommandLineOptions
import Diagnostics
import Methods

extension StatMethod {
  private static let probability = StatColumn(
    "p",
    .number,
    vi: "cột giá trị p",
    en: "column of p-values"
  )

  static let falseDiscovery = StatMethod(
    "bh",
    LocalisedText(
      vi: "Hiệu chỉnh nhiều giá trị p cùng lúc theo Benjamini-Hochberg.",
      en: "Adjusts many p-values at once by Benjamini and Hochberg."
    ),
    columns: [.label, probability],
    rowKeys: [
      .line, .unit,
      ResultKey("p", vi: "giá trị p", en: "the p-value"),
      ResultKey(
        "q",
        vi: "tỷ lệ phát hiện sai nhỏ nhất mà p vẫn là phát hiện",
        en: "least false discovery rate at which p is still a discovery"
      ),
    ],
    example: "--p gia_tri_p --unit xa so-lieu.csv"
  ) { _ in
    { rows in
      let probabilities = rows.numbers(probability)
      return StatResult(FalseDiscovery.adjusted(probabilities)) { adjusted in
        let labels = rows.labels(.label)
        return StatResult(
          [:],
          rows: ResultRows(count: rows.count) { index in
            [
              .integer(rows.lines[index]), labels.map { .text($0[index]) } ?? .missing(nil),
              .number(probabilities[index]), .number(adjusted[index]),
            ]
          }
        )
      }
    }
  }
}
