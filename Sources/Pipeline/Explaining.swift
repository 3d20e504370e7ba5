package import Diagnostics
package import Explain
package import Plan
import Reports
import Tables

/// Tells from a workspace where one of its numbers comes from; nil where it has no such number.
///
/// - Parameters:
///   - plan: The plan.
///   - workspace: The workspace of a run; nil for the one that a run leaves by default.
///   - question: The number asked about.
///   - language: Language of the texts.
/// - Returns: The tree of the number.
/// - Throws: When the workspace lacks a table or was made from another plan.
package func explain(
  _ plan: Plan,
  workspace: String,
  _ question: ExplainQuestion,
  language: Language
) throws(PipelineFailure) -> Explanation? {
  let plan = try workspacePlan(plan, in: workspace)
  let tables = try runTables(plan, from: workspace)
  let isOfYear = question.year == tables.ingest.settings.year
  let sentence =
    isOfYear
    ? reportSentence(
      plan,
      ingest: tables.ingest,
      clean: tables.clean,
      join: tables.join,
      indicators: tables.indicators,
      trends: tables.trends,
      indicator: question.indicator,
      unit: question.unit,
      language: language
    ) : nil
  return explainer(plan, tables, language: language)
    .explanation(question, sentence: sentence ?? "")
}

/// What explains the numbers of a run.
package func explainer(_ plan: Plan, _ tables: RunTables, language: Language) -> Explainer {
  Explainer(
    plan,
    ExplainedTables(
      ingest: tables.ingest,
      clean: tables.clean,
      join: tables.join,
      indicators: tables.indicators
    ),
    language: language
  )
}
