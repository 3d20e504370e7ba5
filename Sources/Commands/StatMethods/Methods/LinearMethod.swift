import CommandLineOptions
import Diagnostics
import Methods

extension StatMethod {
  private static let predictors = StatColumn(
    "x",
    .number,
    vi: "một hay nhiều cột giải thích",
    en: "one or more columns of predictors",
    isList: true
  )
  private static let response = StatColumn(
    "y",
    .number,
    vi: "cột được giải thích",
    en: "column of responses"
  )
  private static let weight = StatColumn(
    "weight",
    .number,
    vi: "cột trọng số: 1 chia phương sai",
    en: "column of weights: 1 over the variance",
    isRequired: false
  )
  private static let noIntercept = OptionSyntax.flag(
    "no-intercept",
    help: LocalisedText(vi: "đường đi qua gốc tọa độ", en: "a fit through the origin")
  )
  private static let degree = OptionSyntax<Int>(
    "degree",
    placeholder: LocalisedText(vi: "BẬC", en: "D"),
    help: LocalisedText(
      vi: "bậc của đa thức theo một cột (mặc định: 1)",
      en: "degree of a polynomial in one column (default: 1)"
    ),
    expected: LocalisedText(vi: "một số từ 1 đến 20", en: "a number from 1 to 20")
  ) { text in Int(text).flatMap { (1...20).contains($0) ? $0 : nil } }
  private static let place = OptionSyntax<[Double]>(
    "at",
    placeholder: LocalisedText(vi: "SỐ[,…]", en: "NUMBER[,…]"),
    help: LocalisedText(
      vi: "giá trị của các cột giải thích để dự báo, dấu thập phân là chấm",
      en: "values of the predictors at which to predict"
    ),
    expected: LocalisedText(vi: "một hay nhiều số", en: "one or more numbers")
  ) { text in
    let values = text.split(separator: ",", omittingEmptySubsequences: false).map {
      Double($0) ?? .nan
    }
    return values.allSatisfy(\.isFinite) ? values : nil
  }

  static let linear = StatMethod(
    "linear",
    LocalisedText(
      vi: "Bình phương nhỏ nhất: đường thẳng, đa thức, nhiều biến, có trọng số.",
      en: "Least squares: a line, a polynomial, several predictors, weighted or not."
    ),
    columns: [predictors, response, weight],
    options: [
      degree.declaration, noIntercept.declaration, place.declaration,
      OptionSyntax<ConfidenceLevel>.level.declaration,
    ],
    keys: linearKeys,
    example: "--x nam --y ty_le --at 2025 so-lieu.csv"
  ) { arguments in
    let degree = try arguments.value(degree)
    let hasIntercept = try arguments.value(noIntercept) == nil
    let level = try arguments.value(.level) ?? ConfidenceLevel.percent95
    let place = try arguments.value(place)
    let hasWeights = try arguments.value(weight.option) != nil
    return { rows in
      let names = rows.names(predictors)
      try check(names, degree, at: place)
      let weights = hasWeights ? rows.numbers(weight) : nil
      let (columns, values) = (rows.lists(predictors), rows.numbers(response))
      let fit =
        if let degree, let column = columns.first {
          LeastSquares.polynomial(
            values,
            on: column,
            order: degree,
            weights: weights,
            hasIntercept: hasIntercept
          )
        } else {
          LeastSquares.fit(values, on: columns, weights: weights, hasIntercept: hasIntercept)
        }
      return StatResult(fit) { fit in
        let powers = names.flatMap { name in
          (1...(degree ?? 1)).map { $0 == 1 ? name : "\(name)^\($0)" }
        }
        return answer(fit, (hasIntercept ? ["intercept"] : []) + powers, level, at: place)
      }
    }
  }

  /// What only the header tells: whether a name with a comma is that of one column or of two.
  private static func check(_ names: [String], _ degree: Int?, at place: [Double]?) throws {
    if let place, place.count != names.count {
      throw UsageFault.optionsDisagree(
        LocalisedText(
          vi: "'--at' cần \(names.count) số, mỗi cột của '--x' một số",
          en: "'--at' needs \(names.count) numbers, one for each column of '--x'"
        )
      )
    }
    if degree != nil, names.count > 1 {
      throw UsageFault.optionsDisagree(
        LocalisedText(
          vi: "'--degree' chỉ đi với một cột của '--x'",
          en: "'--degree' goes with one column of '--x' only"
        )
      )
    }
  }

  private static let linearKeys = [
    ResultKey("terms", vi: "các số hạng, hệ số tự do trước", en: "the terms, intercept first"),
    ResultKey("coefficients", vi: "hệ số của từng số hạng", en: "coefficient of each term"),
    ResultKey("standardErrors", vi: "sai số chuẩn của hệ số", en: "standard errors"),
    .lower, .upper,
    ResultKey("residualSD", vi: "độ lệch chuẩn của phần dư", en: "residual standard deviation"),
    ResultKey("rSquared", vi: "R²: phần được giải thích", en: "R²: the share explained"),
    ResultKey("degreesOfFreedom", vi: "bậc tự do", en: "degrees of freedom"),
    .level,
    ResultKey("prediction", vi: "dự báo tại --at", en: "prediction for --at"),
    ResultKey(
      "predictionLower",
      vi: "cận dưới cho một quan sát mới",
      en: "lower limit of a new observation"
    ),
    ResultKey(
      "predictionUpper",
      vi: "cận trên cho một quan sát mới",
      en: "upper limit of a new observation"
    ),
  ]

  private static func answer(
    _ fit: LeastSquares,
    _ terms: [String],
    _ level: ConfidenceLevel,
    at place: [Double]?
  ) -> StatResult {
    let intervals = fit.coefficientIntervals(level: level)
    let prediction = place.map { fit.prediction(at: $0, level: level) }
    let fitted = place.map { StatValue.number(fit.fitted(at: $0)) } ?? .missing(nil)
    return StatResult([
      "terms": .texts(terms),
      "coefficients": .list(fit.coefficients),
      "standardErrors": list(fit.standardErrors),
      "lower": list(intervals.map { $0.map(\.lower) }),
      "upper": list(intervals.map { $0.map(\.upper) }),
      "residualSD": .number(fit.residualStandardDeviation),
      "rSquared": .number(fit.rSquared),
      "degreesOfFreedom": .integer(fit.degreesOfFreedom),
      "level": .percent(level),
      "prediction": fitted,
      "predictionLower": prediction?.map(\.interval).lower ?? .missing(nil),
      "predictionUpper": prediction?.map(\.interval).upper ?? .missing(nil),
    ])
  }

  private static func list(_ result: Result<[Double], StatisticGap>) -> StatValue {
    switch result {
    case .success(let values): .list(values)
    case .failure(let gap): .missing(gap)
    }
  }
}
