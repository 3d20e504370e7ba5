extension ReferenceCase {
  static let proportions = [
    ReferenceCase(
      "proportion",
      "--numerator x --denominator n --interval wilson",
      table: "x,n 0,18 17,18 18,18 1,1000 500,1000",
      source: Source.mpmath,
      [
        "value[1]": "17/18", "lower[0]": "0", "upper[0]": "0.17587922364665766514",
        "lower[1]": "0.74242699218127404497", "upper[1]": "0.99012480902169691936",
        "lower[2]": "0.82412077635334233486", "upper[2]": "1",
        "lower[3]": "0.00017654637062607801483", "upper[3]": "0.0056425585979579358687",
        "lower[4]": "0.46906960036810418072", "upper[4]": "0.53093039963189581928",
      ]
    ),
    ReferenceCase(
      "proportion",
      "--numerator x --denominator n --interval wilson --level 99.8",
      table: "x,n 3,18",
      source: Source.mpmath,
      ["lower[0]": "0.034231389704449490664", "upper[0]": "0.53018958174044252627"]
    ),
    ReferenceCase(
      "proportion",
      "--numerator x --denominator n --interval clopper-pearson",
      table: "x,n 0,18 17,18 18,18 1,1000 500,1000",
      source: Source.mpmath,
      [
        "lower[0]": "0", "upper[0]": "0.18530196813785225116",
        "lower[1]": "0.72705640032663151023", "upper[1]": "0.99859444383263057777",
        "lower[2]": "0.81469803186214774884", "upper[2]": "1",
        "lower[3]": "0.000025317487491294043134", "upper[3]": "0.0055589242798266728708",
        "lower[4]": "0.4685491729717919412", "upper[4]": "0.5314508270282080588",
      ]
    ),
  ]

  static let rates = [
    ReferenceCase(
      "rate",
      "--count x --population n --interval exact",
      table: "x,n 0,1 1,1 3,1 10,1 100,1",
      source: Source.mpmath,
      [
        "lower[0]": "0", "upper[0]": "3.6888794541139363029",
        "lower[1]": "0.025317807984289875404", "upper[1]": "5.5716433909388985972",
        "lower[2]": "0.61867212289560128657", "upper[2]": "8.7672730697423260397",
        "lower[3]": "4.7953886961324336357", "upper[3]": "18.39035604201777872",
        "lower[4]": "81.363991250923140433", "upper[4]": "121.62679379242638995",
      ]
    ),
    ReferenceCase(
      "rate",
      "--count x --population n --interval byar --level 99.8",
      table: "x,n 0,1 1,1 3,1 10,1 100,1",
      source: Source.mpmath,
      [
        "lower[0]": "0", "upper[0]": "7.0664625268290283479",
        "lower[1]": "0", "upper[1]": "9.362180217908366804",
        "lower[2]": "0.14980992946917994428", "upper[2]": "13.158958214122831992",
        "lower[3]": "2.9163183746956851208", "upper[3]": "24.193724927880539372",
        "lower[4]": "71.90369187259837578", "upper[4]": "134.94362176226317529",
      ]
    ),
    ReferenceCase(
      "rate",
      "--count x --population n --interval exact",
      table: "x,n 25368,1",
      source: Source.scipy,
      ["lower[0]": "25056.778200339577", "upper[0]": "25682.12225296355"]
    ),
  ]
}
