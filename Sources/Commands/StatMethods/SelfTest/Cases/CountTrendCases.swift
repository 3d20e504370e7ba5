extension ReferenceCase {
  /// Trends of counts and proportions.
  static let countTrends = [
    ReferenceCase(
      "cochran-armitage",
      "--time t --numerator x --denominator n",
      table: "t,x,n 2019,1,4 2020,1,4 2023,2,4",
      source: Source.mpmath,
      [
        "statistic": "7.0673076923076923077e-1", "p": "4.0053125830399796335e-1",
        "exactP": "5.0707070707070707071e-1",
      ]
    ),
    ReferenceCase(
      "cochran-armitage",
      "--time t --numerator x --denominator n",
      table: "t,x,n 2021,30,40 2022,33,40 2023,35,41 2024,38,42 2025,40,42",
      source: Source.r,
      [
        "statistic": "7.9152914845771614", "p": "0.0049018681726334234",
        "exactP": "0.0053845748376976366",
      ]
    ),
    ReferenceCase(
      "cochran-armitage",
      "--time t --numerator x --denominator n",
      table: "t,x,n 2018,4,8 2019,5,8 2020,5,6",
      source: Source.r,
      [
        "statistic": "1.615366541353384", "p": "0.20373906950194443",
        "exactP": "0.27904744034774998",
      ]
    ),
  ]
}
