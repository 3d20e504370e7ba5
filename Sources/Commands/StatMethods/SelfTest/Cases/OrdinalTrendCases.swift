extension ReferenceCase {
  /// Trends by the order of values alone.
  static let ordinalTrends = [
    ReferenceCase(
      "mann-kendall",
      "--time t --value y",
      table: "t,y 1,4 2,3 3,2 4,1 5,0",
      source: Source.enumeration,
      ["s": "-10", "p": "1/60", "fraction": "1/60", "minimumP": "1/60", "tau": "-1"]
    ),
    ReferenceCase(
      "mann-kendall",
      "--time t --value y",
      table: "t,y 2021,90 2022,95 2023,100 2024,100 2025,100",
      source: Source.enumeration,
      ["s": "7", "p": "1/10", "fraction": "1/10", "minimumP": "1/10"]
    ),
    ReferenceCase(
      "mann-kendall",
      "--time t --value y",
      table: "t,y 1,0 2,0 3,0 4,2 5,1 6,1 7,0",
      source: Source.enumeration,
      ["s": "4", "p": "22/35", "fraction": "22/35"]
    ),
    ReferenceCase(
      "sen",
      "--time t --value y",
      table: "t,y 1982,0 2012,10 2014,6",
      source: Source.scipy,
      ["slope": "0.1875"]
    ),
    ReferenceCase(
      "sen",
      "--time t --value y",
      table: "t,y 1972,0.340609 1984,9.116665 2009,3.60712",
      source: Source.scipy,
      ["slope": "0.08828408108108107"]
    ),
    ReferenceCase(
      "sen",
      "--time t --value y",
      table: "t,y 2021,1 2022,2 2023,4 2024,7 2025,11",
      source: Source.enumeration,
      ["slope": "2.5", "lower": "1", "upper": "4", "attainedLevel": "59/60"]
    ),
    ReferenceCase(
      "regional-kendall",
      "--unit u --time t --value y",
      table: "u,t,y A,1,4 A,2,2 A,3,2 B,1,4 B,2,0 B,3,3 C,1,4 C,2,2 C,3,0",
      source: Source.enumeration,
      ["s": "-6", "permutedP": "2/3"]
    ),
    ReferenceCase(
      "regional-kendall",
      "--unit u --time t --value y",
      table: "u,t,y A,1,9 A,2,6 A,3,6 A,4,10 A,5,4 B,1,6 B,2,9 B,3,12 B,4,4 B,5,6",
      source: Source.pymannkendall,
      ["s": "-4", "adjustedP": "0.4435984319578372"]
    ),
  ]
}
