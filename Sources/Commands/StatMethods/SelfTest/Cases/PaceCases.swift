extension ReferenceCase {
  static let paces = [
    ReferenceCase(
      "pace",
      "--time t --value y --target 95 --by 2025",
      table: "t,y 2019,5.5 2023,67.5",
      source: Source.mpmath,
      [
        "linearRatio": "1.039106145251396648", "due": "65.166666666666666667",
        "eurostatRatio": "1.4342274734010312675", "unitedNationsQuotient": "2.580659824458800027",
        "escapIndex": "6.9273743016759776536",
      ]
    ),
    ReferenceCase(
      "pace",
      "--time t --value y --target 0 --by 2025",
      table: "t,y 2017,965.5 2018,640.0 2023,464.0",
      source: Source.mpmath,
      [
        "linearRatio": "0.69255998619022958743", "due": "241.375",
        "unitedNationsQuotient": "0.62356707419409989301", "escapIndex": "5.1941998964267219057",
      ]
    ),
    ReferenceCase(
      "pace",
      "--time t --value y --target 40 --by 2025",
      table: "t,y 2016,636.0 2017,85.0 2018,248.0 2020,284.0 2023,446.5 2024,684.0",
      source: Source.mpmath,
      [
        "linearRatio": "-0.090604026845637583893", "due": "106.22222222222222222",
        "eurostatRatio": "-0.034526420172581773209",
        "unitedNationsQuotient": "-0.09102231569499398702", "escapIndex": "-0.80536912751677852349",
      ]
    ),
    ReferenceCase(
      "pace",
      "--time t --value y --target 62.0 --by 2024 --direction up",
      table: "t,y 2015,46.5 2016,60.5",
      source: Source.openSDG,
      [
        "eurostatRatio": "9.269264259785544", "eurostat": "substantial-progress",
        "eurostatScore": "5",
      ]
    ),
    ReferenceCase(
      "pace",
      "--time t --value y --target 91.5 --by 2017 --direction up",
      table: "t,y 2015,52.5 2017,84.5",
      source: Source.openSDG,
      [
        "eurostatRatio": "0.8391399960486231", "eurostat": "moderate-progress",
        "eurostatScore": "1.70819307777571",
      ]
    ),
  ]
}
