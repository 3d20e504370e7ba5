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
    ReferenceCase(
      "poisson-trend",
      "--time t --count x --population n",
      table: "t,x,n 2021,12,5000 2022,9,5040 2023,10,5080 2024,6,5120 2025,5,5150",
      source: Source.mpmath,
      [
        "slope": "-2.1365083369274459581e-1", "apc": "-1.9236966690253200958e+1",
        "lower": "-3.5172572796810627158e+1", "upper": "6.1586323559003587203e-1",
        "p": "5.6752347294821764795e-2", "pearsonRatio": "2.0655792577404169591e-1",
      ]
    ),
    ReferenceCase(
      "poisson-trend",
      "--time t --count x --population n",
      table: "t,x,n 2021,2,2706 2022,1,2940 2023,2,3045",
      source: Source.mpmath,
      [
        "slope": "-5.9014685706632024772e-2", "apc": "-5.7307075056295834004",
        "lower": "-6.7917338187889959999e+1", "upper": "1.7699383422215784318e+2",
        "p": "9.1454034640238798715e-1", "pearsonRatio": "4.2928313228537191691e-1",
      ]
    ),
    ReferenceCase(
      "poisson-trend",
      "--time t --count x --population n",
      table: "t,x,n 2021,12,5000 2022,9,5040 2023,10,5080 2024,6,5120 2025,5,5150",
      source: Source.r,
      [
        "slope": "-0.21365083369274471", "apc": "-19.236966690253212",
        "lower": "-35.172572796810634", "upper": "0.61586323559002565", "p": "0.056752347294821738",
        "pearsonRatio": "0.20655792577404311",
      ]
    ),
    ReferenceCase(
      "poisson-trend",
      "--time t --count x --population n",
      table: "t,x,n 2021,12,5000 2022,9,5040 2023,10,5080 2024,6,5120 2025,5,5150",
      source: Source.statsmodels,
      ["slope": "-0.213650833692745"]
    ),
    ReferenceCase(
      "logistic-trend",
      "--time t --numerator x --denominator n",
      table: "t,x,n 2021,30,40 2022,33,40 2023,35,41 2024,38,42 2025,40,42",
      source: Source.mpmath,
      [
        "slope": "4.2099220996702688427e-1", "standardError": "1.5428321559455061918e-1",
        "oddsRatio": "1.5234724104622170059", "lower": "1.1259224598525535942",
        "upper": "2.0613925631641656181", "p": "6.3585020290612718721e-3",
      ]
    ),
    ReferenceCase(
      "logistic-trend",
      "--time t --numerator x --denominator n",
      table: "t,x,n 2021,7,10 2022,5,12 2023,17,17",
      source: Source.mpmath,
      [
        "slope": "1.0133022389747305875", "standardError": "4.9277313089800929794e-1",
        "oddsRatio": "2.7546826322802521114", "lower": "1.0486301043846939069",
        "upper": "7.2363709308527259928", "p": "3.9751096405792087296e-2",
      ]
    ),
    ReferenceCase(
      "logistic-trend",
      "--time t --numerator x --denominator n",
      table: "t,x,n 2021,30,40 2022,33,40 2023,35,41 2024,38,42 2025,40,42",
      source: Source.r,
      [
        "slope": "0.42099220996702685", "standardError": "0.1542832155945506",
        "oddsRatio": "1.523472410462217", "lower": "1.1259224598525537",
        "upper": "2.0613925631641652", "p": "0.0063585020290612675",
      ]
    ),
    ReferenceCase(
      "logistic-trend",
      "--time t --numerator x --denominator n",
      table: "t,x,n 2021,30,40 2022,33,40 2023,35,41 2024,38,42 2025,40,42",
      source: Source.statsmodels,
      ["slope": "0.42099220996702674", "standardError": "0.15428321559455063"]
    ),
  ]
}
