extension ReferenceCase {
  /// Exact tests and standardised rates.
  static let testsAndStandards = [
    ReferenceCase(
      "standardise",
      "--kind direct --count x --population n --weight w --per 1000 --interval exact --level 99.8",
      table: """
        x,n,w 7,17947,5381 16,38187,7799 17,15658,2688 2,55706,2142 2,16930,4602 29,45176,2334 \
        24,35384,4329 17,15530,2963
        """,
      source: Source.mpmath,
      [
        "value": "0.51440580347012493096", "lower": "0.36249837094341980665",
        "upper": "0.70073892544299411487", "variance": "0.0028902858124559487803",
      ]
    ),
    ReferenceCase(
      "standardise",
      "--kind direct --count x --population n --weight w --per 1000 --interval exact --level 99.8",
      table: """
        x,n,w 12,51953,6490 19,46776,4144 14,3626,7607 19,3535,1281 13,7798,3958 30,37819,5785 \
        0,51563,2191
        """,
      source: Source.mpmath,
      [
        "value": "1.6094045728976975751", "lower": "0.86817927652243125566",
        "upper": "2.5246407771548716645", "variance": "0.069227551940565132631",
      ]
    ),
    ReferenceCase(
      "standardise",
      "--kind direct --count x --population n --weight w --per 1000 --interval exact --level 95",
      table: "x,n,w 161,47811,2171 163,30468,2357 180,35477,2597",
      source: Source.r,
      [
        "value": "4.6451595560690322", "lower": "4.2395203287789593", "upper": "5.0784813632093524",
        "variance": "0.044754488459862227",
      ]
    ),
    ReferenceCase(
      "standardise",
      "--kind direct --count x --population n --weight w --per 1000 --interval byar --level 99.8",
      table: "x,n,w 135,38676,8340 138,36015,4732 134,33051,4454 118,36133,705 137,19112,824",
      source: Source.r,
      [
        "value": "3.8577732671742546", "lower": "3.329888676613562", "upper": "4.4321891774485378",
        "variance": "0.031377304289690315",
      ]
    ),
    ReferenceCase(
      "standardise",
      "--kind indirect --count x --population n --reference-count a --reference-population b --per 1000 --interval exact --level 90",
      table: "x,n,a,b 2,3661,801,36219 0,2614,372,57651 5,3345,275,10515 10,4091,392,85169",
      source: Source.mpmath,
      [
        "expected": "204.14332421023813786", "value": "0.083274826966628874171",
        "lower": "0.053061447873360029707", "upper": "0.12490846899600204021",
        "rate": "0.80834844750623636786",
      ]
    ),
    ReferenceCase(
      "standardise",
      "--kind indirect --count x --population n --reference-count a --reference-population b --per 1000 --interval byar --level 90",
      table: """
        x,n,a,b 2,2847,758,20878 2,199,316,87832 5,5217,870,34911 9,1650,196,84832 \
        4,1183,7,53972 8,271,419,18337 9,213,805,35307 4,5137,180,27134
        """,
      source: Source.mpmath,
      [
        "expected": "283.18186496496789471", "value": "0.15184588181633552318",
        "lower": "0.11586742186162414107", "upper": "0.19580214181994342842",
        "rate": "1.4845822483013836417",
      ]
    ),
    ReferenceCase(
      "standardise",
      "--kind indirect --count x --population n --reference-count a --reference-population b --per 1000 --interval exact --level 95",
      table: "x,n,a,b 161,47811,2171,81295 163,30468,2357,36041 180,35477,2597,11216",
      source: Source.r,
      [
        "expected": "11483.835537559356", "value": "0.043887775852554087",
        "lower": "0.040139341132017767", "upper": "0.047892020012818191",
        "rate": "2.432481820192979",
      ]
    ),
    ReferenceCase(
      "standardise",
      "--kind indirect --count x --population n --reference-count a --reference-population b --per 1000 --interval byar --level 99.8",
      table: """
        x,n,a,b 135,38676,8340,22688 138,36015,4732,19030 134,33051,4454,57554 \
        118,36133,705,71056 137,19112,824,56474
        """,
      source: Source.r,
      [
        "expected": "26367.72128617081", "value": "0.025106454699489026",
        "lower": "0.02219850047833425", "upper": "0.028270735682206061",
        "rate": "2.1093442487225129",
      ]
    ),
    ReferenceCase(
      "proportion-test",
      "--numerator x --denominator n --target 1",
      table: "x,n 9,18",
      source: Source.enumeration,
      [
        "p[0]": "0/1", "atMost[0]": "0/1", "atLeast[0]": "1/1", "midP[0]": "0/1",
        "fraction[0]": "0/1",
      ]
    ),
    ReferenceCase(
      "proportion-test",
      "--numerator x --denominator n --target 0.3",
      table: "x,n 9,18",
      source: Source.enumeration,
      [
        "p[0]": "73776345339858337/1000000000000000000",
        "atMost[0]": "97903201187812951/100000000000000000",
        "atLeast[0]": "5958588398663871/100000000000000000",
        "midP[0]": "54467397407474227/1000000000000000000",
      ]
    ),
    ReferenceCase(
      "proportion-test",
      "--numerator x --denominator n --target 0.043445080706568606",
      table: "x,n 11390,266340",
      source: Source.scipy,
      [
        "p[0]": "0.08535420947316971", "atMost[0]": "0.042710717415469744",
        "atLeast[0]": "0.9581503197693663",
      ]
    ),
    ReferenceCase(
      "proportion-test",
      "--numerator x --denominator n --target 0.5656623257461292",
      table: "x,n 24920,44673",
      source: Source.scipy,
      [
        "p[0]": "0.0008496447815023581", "atMost[0]": "0.00043049135049699907",
        "atLeast[0]": "0.9995840238864381",
      ]
    ),
    ReferenceCase(
      "proportion-test",
      "--numerator x --denominator n --target 0.013",
      table: "x,n 1246,100000",
      source: Source.mpmath,
      ["atMost[0]": "0.066899802104923161099", "atLeast[0]": "0.93669325913210139043"]
    ),
    ReferenceCase(
      "proportion-test",
      "--numerator x --denominator n --target 0.013",
      table: "x,n 1390,100000",
      source: Source.mpmath,
      ["atMost[0]": "0.99384023224116943753", "atLeast[0]": "0.006651559074723779129"]
    ),
    ReferenceCase(
      "rate-test",
      "--count x --expected e",
      table: "x,e 0,1",
      source: Source.mpmath,
      ["p[0]": "1", "atMost[0]": "0.3678794411714423216", "atLeast[0]": "1"]
    ),
    ReferenceCase(
      "rate-test",
      "--count x --expected e",
      table: "x,e 1,1",
      source: Source.mpmath,
      ["p[0]": "1", "atMost[0]": "0.73575888234288464319", "atLeast[0]": "0.6321205588285576784"]
    ),
    ReferenceCase(
      "rate-test",
      "--count x --expected e",
      table: "x,e 0,2.2999999999999998",
      source: Source.r,
      ["p[0]": "0.18400956300220539", "atMost[0]": "0.10025884372280375", "atLeast[0]": "1"]
    ),
    ReferenceCase(
      "rate-test",
      "--count x --expected e",
      table: "x,e 2,2.2999999999999998",
      source: Source.r,
      ["p[0]": "1", "atMost[0]": "0.59603882593206825", "atLeast[0]": "0.66914581571474763"]
    ),
    ReferenceCase(
      "two-proportions",
      "--numerator2 a --denominator2 b --numerator c --denominator d",
      table: "a,b,c,d 25,46,37,43",
      source: Source.enumeration,
      [
        "p[0]": "107290572913/82682074569624", "atMost[0]": "87611278835/82682074569624",
        "atLeast[0]": "82667116474951/82682074569624", "midP[0]": "8870497604/10335259321203",
      ]
    ),
    ReferenceCase(
      "two-proportions",
      "--numerator2 a --denominator2 b --numerator c --denominator d",
      table: "a,b,c,d 1,500000,5,400000",
      source: Source.enumeration,
      [
        "p[0]": "467033422816744754399454999/4920667988016373481252054999",
        "atMost[0]": "322361837119407051852524444/4920667988016373481252054999",
        "atLeast[0]": "4882743484292521762733130555/4920667988016373481252054999",
        "midP[0]": "324814756118967087732654999/4920667988016373481252054999",
      ]
    ),
    ReferenceCase(
      "two-proportions",
      "--numerator2 a --denominator2 b --numerator c --denominator d",
      table: "a,b,c,d 3,3,1,18",
      source: Source.r,
      ["p[0]": "0.0030075187969924796", "atMost[0]": "1", "atLeast[0]": "0.0030075187969924775"]
    ),
    ReferenceCase(
      "two-proportions",
      "--numerator2 a --denominator2 b --numerator c --denominator d",
      table: "a,b,c,d 17,18,1,2",
      source: Source.r,
      [
        "p[0]": "0.1947368421052631", "atMost[0]": "0.99473684210526314",
        "atLeast[0]": "0.19473684210526343",
      ]
    ),
    ReferenceCase(
      "two-proportions",
      "--numerator a --denominator b --numerator2 c --denominator2 d --level 90",
      table: "a,b,c,d 788,1000,11,12",
      source: Source.mpmath,
      ["lower[0]": "-0.090127780403212115024", "upper[0]": "0.19683898167602355545"]
    ),
    ReferenceCase(
      "two-proportions",
      "--numerator a --denominator b --numerator2 c --denominator2 d --level 90",
      table: "a,b,c,d 167,260,3,18",
      source: Source.mpmath,
      ["lower[0]": "-0.58443831171846235305", "upper[0]": "-0.28383643397845462308"]
    ),
    ReferenceCase(
      "rate-ratio",
      "--count a --population b --base-count c --base-population d --level 90",
      table: "a,b,c,d 2,26818,14,11960",
      source: Source.mpmath,
      ["lower[0]": "0.010348733571783710679", "upper[0]": "0.23368075571792688598"]
    ),
    ReferenceCase(
      "rate-ratio",
      "--count a --population b --base-count c --base-population d --level 99.8",
      table: "a,b,c,d 8,22928,1,2709",
      source: Source.mpmath,
      ["lower[0]": "0.059491172700950629866", "upper[0]": "1062.7814459320204343"]
    ),
    ReferenceCase(
      "rate-ratio",
      "--count a --population b --base-count c --base-population d --level 99.8",
      table: "a,b,c,d 4,30481,3,44798",
      source: Source.r,
      [
        "value[0]": "1.9596032501120919", "lower[0]": "0.12201215435605589",
        "upper[0]": "45.097635087655746", "p[0]": "0.45165775345492098",
        "atMost[0]": "0.89891758743140282", "atLeast[0]": "0.29934641768867698",
      ]
    ),
    ReferenceCase(
      "rate-ratio",
      "--count a --population b --base-count c --base-population d --level 95",
      table: "a,b,c,d 9,1,7,1",
      source: Source.r,
      [
        "value[0]": "1.2857142857142858", "lower[0]": "0.42607965808961218",
        "upper[0]": "4.0624160325066541", "p[0]": "0.80361938476562544",
        "atMost[0]": "0.7727508544921875", "atLeast[0]": "0.40180969238281272",
      ]
    ),
  ]
}
