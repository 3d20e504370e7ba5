extension ReferenceCase {
  /// Joinpoints, ranks and projections.
  static let bendsAndRanks = [
    ReferenceCase(
      "joinpoint",
      "--time t --count x --population n",
      table: """
        t,x,n 2001,4,9088 2002,0,9051 2003,1,10264 2004,2,9583 2005,4,10873 2006,6,10484 \
        2007,3,10343
        """,
      source: Source.mpmath,
      [
        "straightBIC": "2.9700699254381503211e-1", "bentBIC": "5.3644057110462889545e-1",
        "apc[0]": "5.409446973547972391",
      ]
    ),
    ReferenceCase(
      "joinpoint",
      "--time t --count x --population n",
      table: """
        t,x,n 2001,4,9760 2002,2,10428 2003,1,9548 2004,4,10541 2005,0,10210 2006,1,10609 \
        2007,1,9670
        """,
      source: Source.mpmath,
      [
        "straightBIC": "-9.4164861528650364744e-2", "bentBIC": "3.3685303296719063631e-1",
        "apc[0]": "-1.819143253767304395e+1",
      ]
    ),
    ReferenceCase(
      "joinpoint",
      "--time t --count x --population n",
      table: """
        t,x,n 2001,4,9088 2002,0,9051 2003,1,10264 2004,2,9583 2005,4,10873 2006,6,10484 \
        2007,3,10343
        """,
      source: Source.r,
      [
        "straightBIC": "0.29700699254381696", "bentBIC": "0.53644057110462995",
        "apc[0]": "5.4094469735478548",
      ]
    ),
    ReferenceCase(
      "joinpoint",
      "--time t --count x --population n",
      table: """
        t,x,n 2001,4,9760 2002,2,10428 2003,1,9548 2004,4,10541 2005,0,10210 2006,1,10609 \
        2007,1,9670
        """,
      source: Source.r,
      [
        "straightBIC": "-0.094164861528650445", "bentBIC": "0.33685303296719005",
        "apc[0]": "-18.191432537673023",
      ]
    ),
    ReferenceCase(
      "ranks",
      "--unit u --numerator x --denominator n --measure proportion",
      table: "u,x,n U0,5,5 U1,4,5",
      source: Source.mpmath,
      ["expected[0]": "1.83460242334009816", "expected[1]": "1.16539757665990183"]
    ),
    ReferenceCase(
      "ranks",
      "--unit u --numerator x --denominator n --measure proportion",
      table: "u,x,n U0,0,3 U1,20,20",
      source: Source.mpmath,
      ["expected[0]": "1.00002040590046213", "expected[1]": "1.99997959409953786"]
    ),
    ReferenceCase(
      "ranks",
      "--unit u --numerator x --denominator n --measure proportion",
      table: "u,x,n U0,17,18 U1,30,31",
      source: Source.mpmath,
      ["expected[0]": "1.33138545619352225", "expected[1]": "1.66861454380647775"]
    ),
    ReferenceCase(
      "pace",
      "--time t --value y --target 100 --by 2026 --direction up --level 95",
      table: "t,y 2006,84.5 2007,47 2014,9 2015,3 2017,1 2019,72.5 2020,67.5 2022,48.5 2023,0.5",
      source: Source.r,
      [
        "projected": "21.084767964071851", "projectedLower": "-78.361754621067774",
        "projectedUpper": "120.53129054921149",
      ]
    ),
    ReferenceCase(
      "pace",
      "--time t --value y --target 100 --by 2025 --direction up --level 90",
      table: "t,y 2000,29 2007,93.5 2011,45 2021,45.5",
      source: Source.r,
      [
        "projected": "55.117009750812578", "projectedLower": "-94.731239199022752",
        "projectedUpper": "204.96525870064789",
      ]
    ),
  ]
}
