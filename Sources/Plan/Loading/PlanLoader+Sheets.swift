import Diagnostics

extension PlanLoader {
  mutating func readSheets(_ root: PlanNode) -> [ScoringSheet] {
    root.allow("sheets")
    return root.list("sheets").map { readSheet($0) }
  }

  private mutating func readSheet(_ node: PlanNode) -> ScoringSheet {
    node.allow("id", "title", "source", "verified", "criteria", "classes", "own", "official")
    let id = node.text("id")
    remember("sheet", id, node)
    let isVerified = node.flag("verified", default: false)
    let criteria = node.list("criteria").map { criterion in
      criterion.allow("id", "text", "maximum")
      return ScoringSheet.Criterion(
        id: criterion.text("id"),
        text: criterion.localised("text"),
        maximum: criterion.optionalNumber("maximum") ?? 0
      )
    }
    if !isVerified, !criteria.isEmpty {
      node.member("criteria")?.report(
        "unverified-criteria",
        found: "\(criteria.count)",
        expected: LocalisedText(
          vi: "không có tiêu chí nào khi chưa kiểm chứng (verified: false)",
          en: "no criteria while the sheet is not verified (verified: false)"
        )
      )
    }
    return ScoringSheet(
      id: id,
      title: node.localised("title"),
      source: node.localised("source"),
      isVerified: isVerified,
      criteria: criteria,
      classes: node.list("classes").map { entry in
        entry.allow("value", "label")
        return Category(
          value: entry.text("value"),
          label: entry.localised("label"),
          spellings: []
        )
      },
      own: result(node, "own"),
      official: result(node, "official")
    )
  }

  private func result(_ node: PlanNode, _ key: String) -> ScoringSheet.Result {
    guard let member = node.member(key) else {
      _ = node.text(key)
      return ScoringSheet.Result(score: "", category: "")
    }
    member.allow("score", "class")
    return ScoringSheet.Result(score: member.text("score"), category: member.text("class"))
  }
}
