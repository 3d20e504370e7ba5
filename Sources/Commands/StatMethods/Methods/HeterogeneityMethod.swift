import CommandLineOptions
import Diagnostics
import Methods

extension StatMethod {
  private static let seed = OptionSyntax<UInt64>(
    "seed",
    placeholder: LocalisedText(vi: "SỐ", en: "N"),
    help: LocalisedText(
      vi: "số gieo khi phải mô phỏng (mặc định: \(Heterogeneity.usualSeed)); cùng số, cùng kết quả",
      en:
        "seed where tables are drawn (default: \(Heterogeneity.usualSeed)); same seed, same result"
    ),
    expected: LocalisedText(vi: "một số nguyên từ 0", en: "a whole number from 0")
  ) { UInt64($0) }
  static let heterogeneity = StatMethod(
    "heterogeneity",
    LocalisedText(
      vi: "Các đơn vị có khác nhau hơn mức ngẫu nhiên không: kiểm định chính xác.",
      en: "Whether units differ by more than chance: exact test."
    ),
    columns: [.numerator, .unitSize],
    options: [unitMeasure.declaration, seed.declaration],
    keys: [
      ResultKey("units", vi: "số đơn vị so sánh", en: "units compared"),
      ResultKey("leftOut", vi: "đơn vị không có tỷ lệ", en: "units without a value"),
      .probability, .fraction,
      ResultKey(
        "standardError",
        vi: "sai số của p khi mô phỏng",
        en: "standard error of p where it was simulated"
      ),
      ResultKey("chiSquare", vi: "khi bình phương", en: "chi-squared statistic"),
      ResultKey("degreesOfFreedom", vi: "bậc tự do", en: "degrees of freedom"),
      ResultKey("chiSquareP", vi: "p gần đúng theo khi bình phương", en: "its approximate p"),
      .method,
    ],
    example: "--numerator dat --denominator tong so-lieu.csv",
    kind: kindByMeasure
  ) { arguments in
    let measure = try arguments.value(unitMeasure) ?? .proportion
    let seed = try arguments.value(seed) ?? Heterogeneity.usualSeed
    return { rows in
      let result: Result<Heterogeneity, StatisticGap> =
        switch measure {
        case .proportion: Heterogeneity.proportions(rows.trials(.unitSize), seed: seed)
        case .rate: Heterogeneity.rates(rows.populations(.unitSize), seed: seed)
        }
      return StatResult(result, answer)
    }
  }

  private static func answer(_ test: Heterogeneity) -> StatResult {
    var (exact, error, method) = (StatValue.missing(nil), StatValue.missing(nil), "")
    switch test.probability {
    case .success(.exact(let fraction)):
      (exact, method) = (.text(fraction.description), "exact")
    case .success(.summed): method = "exact"
    case .success(.simulated(_, let standardError, _)):
      (error, method) = (.number(standardError), "simulated")
    case .failure: break
    }
    return StatResult([
      "units": .integer(test.units),
      "leftOut": .integer(test.leftOut),
      "p": .number(test.probability.map(\.value)),
      "fraction": exact,
      "standardError": error,
      "chiSquare": .number(test.chiSquare.map(\.statistic)),
      "degreesOfFreedom": .number(test.chiSquare.map { Double($0.degreesOfFreedom) }),
      "chiSquareP": .number(test.chiSquare.map(\.probability)),
      "method": method.isEmpty ? .missing(nil) : .text(method),
    ])
  }
}
