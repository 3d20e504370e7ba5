internal import Diagnostics
internal import Plan
internal import Tables

extension DataPackage {
  /// The descriptor of the tables that a run publishes.
  init(_ tables: [PublishedTable], context: ReportContext) {
    let plan = context.plan
    let settings = context.tables.settings
    let isSynthetic = context.say(vi: "Số liệu tổng hợp nhân tạo.", en: "Synthetic data.")
    let issued = [plan.document.number, context.say(plan.document.issuer)]
      .filter { !$0.isEmpty }.joined(separator: ", ")
    self.init(
      name: "\(plan.id)-\(settings.unit.map { "\($0)-" } ?? "")\(settings.year)",
      title: "\(context.say(plan.title)) – \(settings.year)",
      description: [
        context.say(settings.datasetTitle),
        settings.isSynthetic ? isSynthetic : "",
        context.say(settings.notice),
      ].filter { !$0.isEmpty }.joined(separator: "\n\n"),
      day: settings.asOf,
      sources: [issued, context.say(settings.datasetTitle)].filter { !$0.isEmpty }
        .map { Source(title: $0) },
      resources: tables.map {
        let file = $0.file.description
        return Resource(
          $0.schema,
          count: file.count,
          sha256: file.sha256,
          as: .spreadsheet,
          language: context.language
        )
      }
    )
  }
}
