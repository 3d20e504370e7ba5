import Diagnostics
import Plan
import Tables

/// Own and official scores and classes side by side, for every unit and year that has either.
func scoreRows(_ plan: Plan, years: ClosedRange<Int>, facts: FactIndex) -> [ScoreRow] {
  var rows: [ScoreRow] = []
  for sheet in plan.sheets {
    for year in years {
      for unit in YearUnits(plan, year).all.map(\.key) {
        let all = [
          sheet.own.score, sheet.own.category, sheet.official.score, sheet.official.category,
        ]
        guard all.contains(where: { facts.fact($0, unit: unit, year: year) != nil }) else {
          continue
        }
        let own = facts.fact(sheet.own.category, unit: unit, year: year)?.text ?? ""
        let official = facts.fact(sheet.official.category, unit: unit, year: year)?.text ?? ""
        rows.append(
          ScoreRow(
            sheet: sheet.id,
            unit: unit,
            year: year,
            ownScore: facts.fact(sheet.own.score, unit: unit, year: year)?.value?.double,
            officialScore: facts.fact(sheet.official.score, unit: unit, year: year)?.value?.double,
            ownClass: own,
            officialClass: official,
            previousClass: facts.fact(sheet.official.category, unit: unit, year: year - 1)?.text
              ?? "",
            agreement: own.isEmpty || official.isEmpty
              ? .incomplete : own == official ? .same : .different
          )
        )
      }
    }
  }
  return rows
}
