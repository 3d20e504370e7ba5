extension ReferenceCase {
  /// Units against each other.
  static let comparisonsOfUnits = [
    ReferenceCase(
      "funnel",
      "--unit u --numerator x --denominator n --centre 0.8125",
      table: "u,x,n A,0,2",
      source: Source.mpmath,
      ["lower95[0]": "0", "upper95[0]": "1", "lower998[0]": "0", "upper998[0]": "1"]
    ),
    ReferenceCase(
      "funnel",
      "--unit u --numerator x --denominator n --centre 0.05",
      table: "u,x,n A,0,12",
      source: Source.mpmath,
      [
        "lower95[0]": "0", "upper95[0]": "2.4541818477889684552e-1", "lower998[0]": "0",
        "upper998[0]": "3.8353346153111459702e-1",
      ]
    ),
    ReferenceCase(
      "funnel",
      "--unit u --numerator x --denominator n --centre 0.8125",
      table: "u,x,n A,0,42",
      source: Source.mpmath,
      [
        "lower95[0]": "6.7465897046968231399e-1", "upper95[0]": "9.3606320240618228573e-1",
        "lower998[0]": "5.9663194221814276972e-1", "upper998[0]": "9.8739941540198897852e-1",
      ]
    ),
    ReferenceCase(
      "funnel",
      "--unit u --numerator x --denominator n --measure ratio --centre 0.25",
      table: "u,x,n A,0,1.2",
      source: Source.mpmath,
      [
        "lower95[0]": "0", "upper95[0]": "1.965043284937093111", "lower998[0]": "0",
        "upper998[0]": "3.1498053274865002519",
      ]
    ),
    ReferenceCase(
      "funnel",
      "--unit u --numerator x --denominator n --measure ratio --centre 0.25",
      table: "u,x,n A,0,37.0",
      source: Source.mpmath,
      [
        "lower95[0]": "8.774163686770466671e-2", "upper95[0]": "4.3716610878868264822e-1",
        "lower998[0]": "2.7124673818528875786e-2", "upper998[0]": "5.5517558612964602749e-1",
      ]
    ),
    ReferenceCase(
      "funnel",
      "--unit u --numerator x --denominator n --measure proportion",
      table: "u,x,n U0,213,312 U1,17,36 U2,43,79",
      source: Source.mpmath,
      ["overdispersion": "3.3325920753906797399", "betweenVariance": "1.0167508270888318414e-2"]
    ),
    ReferenceCase(
      "funnel",
      "--unit u --numerator x --denominator n --measure rate",
      table: "u,x,n U0,213,312 U1,17,36 U2,43,79",
      source: Source.mpmath,
      ["overdispersion": "1.2019184534195894144", "betweenVariance": "5.6602005649034672347e-3"]
    ),
    ReferenceCase(
      "funnel",
      "--unit u --numerator x --denominator n --measure proportion",
      table: "u,x,n U0,10,50 U1,79,149 U2,48,54",
      source: Source.mpmath,
      ["overdispersion": "1.6603461414510661356e+1", "betweenVariance": "8.2522874157962255835e-2"]
    ),
    ReferenceCase(
      "funnel",
      "--unit u --numerator x --denominator n --measure rate",
      table: "u,x,n U0,10,50 U1,79,149 U2,48,54",
      source: Source.mpmath,
      ["overdispersion": "7.6126542453882874203", "betweenVariance": "7.8445836855753630736e-2"]
    ),
    ReferenceCase(
      "empirical-bayes",
      "--unit u --numerator x --denominator n --model poisson",
      table: "u,x,n U0,338,396 U1,25,26 U2,26,101",
      source: Source.mpmath,
      [
        "smoothed[0]": "8.4977168004962409819e-1", "smoothed[1]": "8.8510460468033300254e-1",
        "smoothed[2]": "3.1686643456999712584e-1",
      ]
    ),
    ReferenceCase(
      "empirical-bayes",
      "--unit u --numerator x --denominator n --model binomial",
      table: "u,x,n U0,338,396 U1,25,26 U2,26,101",
      source: Source.mpmath,
      [
        "smoothed[0]": "8.5287981022489290039e-1", "smoothed[1]": "9.4328044270498082547e-1",
        "smoothed[2]": "2.6862061521438275075e-1",
      ]
    ),
    ReferenceCase(
      "empirical-bayes",
      "--unit u --numerator x --denominator n --model poisson",
      table: "u,x,n U0,123,134 U1,88,156 U2,101,389",
      source: Source.r,
      [
        "smoothed[0]": "0.89488436218137379", "smoothed[1]": "0.55955710371537393",
        "smoothed[2]": "0.26321599999394696",
      ]
    ),
    ReferenceCase(
      "empirical-bayes",
      "--unit u --numerator x --denominator n --model binomial",
      table: "u,x,n U0,123,134 U1,88,156 U2,101,389",
      source: Source.r,
      [
        "smoothed[0]": "0.90866100673456862", "smoothed[1]": "0.56228444045088666",
        "smoothed[2]": "0.26104784182276519",
      ]
    ),
    ReferenceCase(
      "heterogeneity",
      "--numerator x --denominator n --measure proportion",
      table: "x,n 2,2 2,2 0,3",
      source: Source.enumeration,
      ["p": "1/35", "fraction": "1/35"]
    ),
    ReferenceCase(
      "heterogeneity",
      "--numerator x --denominator n --measure proportion",
      table: "x,n 2,2 13,18",
      source: Source.enumeration,
      ["p": "1/1", "fraction": "1/1"]
    ),
    ReferenceCase(
      "heterogeneity",
      "--numerator x --denominator n --measure proportion",
      table: "x,n 1,6 1,2 2,4 1,1 0,6",
      source: Source.enumeration,
      ["p": "121/1292", "fraction": "121/1292"]
    ),
    ReferenceCase(
      "heterogeneity",
      "--numerator x --denominator n --measure proportion",
      table: "x,n 10,30 22,55",
      source: Source.r,
      ["chiSquare": "0.36753144654088055", "chiSquareP": "0.54435292558652804"]
    ),
    ReferenceCase(
      "heterogeneity",
      "--numerator x --denominator n --measure proportion",
      table: "x,n 17,32 3,43",
      source: Source.r,
      ["chiSquare": "19.980097119450317", "chiSquareP": "7.8252448138774532e-06"]
    ),
    ReferenceCase(
      "bh",
      "--p p",
      table: """
        p 0.82999999999999996 0.14000000000000001 0.35999999999999999 0.96999999999999997 \
        0.76000000000000001
        """,
      source: Source.r,
      [
        "q[0]": "0.96999999999999997", "q[1]": "0.70000000000000007", "q[2]": "0.89999999999999991",
        "q[3]": "0.96999999999999997", "q[4]": "0.96999999999999997",
      ]
    ),
    ReferenceCase(
      "bh",
      "--p p",
      table: "p 0.28999999999999998 0.059999999999999998 0 0 0.19",
      source: Source.r,
      [
        "q[0]": "0.28999999999999998", "q[1]": "0.10000000000000001", "q[2]": "0", "q[3]": "0",
        "q[4]": "0.23749999999999999",
      ]
    ),
    ReferenceCase(
      "bh",
      "--p p",
      table: "p .001 .008 .039 .041 .042 .06 .074 .205 .212 .216",
      source: Source.statsmodels,
      [
        "q[0]": "1/100", "q[1]": "1/25", "q[2]": "21/250", "q[5]": "1/10", "q[6]": "37/350",
        "q[9]": "27/125",
      ]
    ),
  ]
}
