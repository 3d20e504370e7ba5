extension ReferenceCase {
  /// Proportions in the manner of Jeffreys.
  static let jeffreys = [
    ReferenceCase(
      "proportion",
      "--numerator x --denominator n --interval jeffreys",
      table: "x,n 1,2 0,5 2,5 5,5 1,12",
      source: Source.mpmath,
      [
        "lower[0]": "0.060830275920097353236", "upper[0]": "0.93916972407990264676",
        "lower[1]": "0", "upper[1]": "0.37937714229903939781",
        "lower[2]": "0.094390327344344058756", "upper[2]": "0.79058333592399516341",
        "lower[3]": "0.62062285770096060219", "upper[3]": "1",
        "lower[4]": "0.0091443262341484820018", "upper[4]": "0.32849572640058844663",
      ]
    ),
    ReferenceCase(
      "proportion",
      "--numerator x --denominator n --interval jeffreys",
      table: "x,n 1,2 0,5 2,5 5,5 1,12",
      source: Source.r,
      [
        "lower[0]": "0.060830275920097411", "upper[0]": "0.93916972407990262", "lower[1]": "0",
        "upper[1]": "0.37937714229903918", "lower[2]": "0.094390327344344119",
        "upper[2]": "0.7905833359239951", "lower[3]": "0.62062285770096082", "upper[3]": "1",
        "lower[4]": "0.00914432623414849", "upper[4]": "0.32849572640058844",
      ]
    ),
  ]
}
