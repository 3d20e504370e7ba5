internal import Diagnostics
internal import Tables

/// The published rules of progress and their classes in words.
extension ReportContext {
  /// Published rules that say otherwise than the status, each with its class.
  func dissenting(_ row: TargetRow) -> [String] {
    let names = Set(row.evidence.dissent.split(separator: " ").map(String.init))
    return publishedRules(row).filter { names.contains($0.code) }.map { "\($0.name) (\($0.says))" }
  }

  /// All published rules that have an answer or a reason for none, each with its class.
  func publishedAnswers(_ row: TargetRow) -> [String] {
    publishedRules(row).map { "\($0.name): \($0.says)" }
  }

  private func publishedRules(_ row: TargetRow) -> [(code: String, name: String, says: String)] {
    let evidence = row.evidence
    return [
      ("eurostat", "Eurostat", evidence.eurostat),
      (
        "united-nations", say(vi: "Liên hợp quốc", en: "United Nations"), evidence.unitedNations
      ),
      ("escap-status", "ESCAP", evidence.escapStatus),
      ("sdg-index", "SDG Index", evidence.sdgIndex),
    ]
    .filter { !$0.2.isEmpty }
    .map { ($0.0, $0.1, say(Self.words(of: $0.2))) }
  }

  private static func words(of code: String) -> LocalisedText {
    switch code {
    case "target-achieved": LocalisedText(vi: "đạt mục tiêu", en: "target achieved")
    case "substantial-progress": LocalisedText(vi: "tiến bộ rõ rệt", en: "substantial progress")
    case "moderate-progress": LocalisedText(vi: "tiến bộ vừa", en: "moderate progress")
    case "limited-progress": LocalisedText(vi: "tiến bộ ít", en: "limited progress")
    case "deterioration": LocalisedText(vi: "xấu đi", en: "deterioration")
    case "met-or-on-track": LocalisedText(vi: "đạt hoặc đúng hướng", en: "met or on track")
    case "fair-progress":
      LocalisedText(vi: "tiến bộ khá, cần nhanh hơn", en: "fair progress, to be accelerated")
    case "stagnation-or-regression":
      LocalisedText(vi: "chững lại hoặc thụt lùi", en: "stagnation or regression")
    case "as-expected": LocalisedText(vi: "đúng mức cần có", en: "as expected")
    case "below-expected": LocalisedText(vi: "dưới mức cần có", en: "below what is expected")
    case "regressed": LocalisedText(vi: "thụt lùi", en: "regressed")
    case "on-track-or-maintaining":
      LocalisedText(vi: "đúng hướng hoặc giữ được", en: "on track or maintaining")
    case "moderately-improving": LocalisedText(vi: "cải thiện vừa", en: "moderately improving")
    case "stagnating": LocalisedText(vi: "chững lại", en: "stagnating")
    case "decreasing": LocalisedText(vi: "giảm sút", en: "decreasing")
    case "zero-base":
      LocalisedText(vi: "không tính được vì năm gốc bằng 0", en: "none, as the base is 0")
    case "zero-target":
      LocalisedText(vi: "không tính được vì mức đặt ra bằng 0", en: "none, as the target is 0")
    case "base-meets-target":
      LocalisedText(vi: "không tính được vì năm gốc đã đạt", en: "none, as the base met the target")
    default: LocalisedText(vi: "không tính được", en: "none")
    }
  }
}
