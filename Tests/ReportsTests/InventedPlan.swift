import Diagnostics
import Tables

@testable import Plan

/// A plan of nobody: five parishes of a shire, counted over three years.
enum Invented {
  static let units = ["p1", "p2", "p3", "p4", "p5"]
  static let names = ["Xã Một", "Xã Hai", "Xã Ba", "Xã Bốn", "Xã Năm"]
  static let year = 2023

  static func text(_ vi: String) -> LocalisedText { LocalisedText(vietnamese: vi) }

  static func orgUnits(_ count: Int = 5) -> OrgUnits {
    let members = (0..<count).map { index in
      OrgUnit(
        code: "p\(index + 1)",
        name: index < names.count ? names[index] : "Xã \(index + 1)",
        kind: "parish",
        level: "parish",
        parent: "S",
        aliases: []
      )
    }
    return OrgUnits(
      [
        OrgUnit(
          code: "S",
          name: "Huyện Mẫu",
          kind: "shire",
          level: "shire",
          parent: "",
          aliases: []
        )
      ]
        + members
    )
  }

  static func field(_ name: String, sensitive: Bool = false, type: Field.ValueType = .integer)
    -> Field
  {
    Field(
      name: name,
      type: type,
      role: type == .string ? .note : .measure,
      title: text("Cột \(name)"),
      purpose: "",
      headers: [],
      unit: text(""),
      isSensitive: sensitive,
      blank: .notReported,
      dash: .none,
      categories: [],
      isRequired: false
    )
  }

  static func element(_ id: String, field: Int, sensitive: Bool) -> DataElement {
    DataElement(
      id: id,
      title: text(id),
      unit: text("người"),
      isSensitive: sensitive,
      kind: .number,
      form: "year",
      source: .field(form: "year", field: field)
    )
  }

  static func expression(_ source: String) throws -> Expression { try Expression(parsing: source) }

  static func indicator(
    _ id: String,
    _ title: String,
    clause: String,
    _ formula: Indicator.Formula,
    unit: String,
    decimals: Int = 0,
    sentence: String? = nil,
    elements: [String],
    sensitive: Bool = false
  ) -> Indicator {
    Indicator(
      id: id,
      title: text(title),
      clauses: [clause],
      formula: formula,
      place: .members,
      unit: text(unit),
      direction: .up,
      decimals: decimals,
      isProportion: unit == "%",
      sentence: sentence.map(text),
      elements: elements,
      isSensitive: sensitive
    )
  }

  static func target(
    _ id: String,
    _ clause: String,
    _ indicator: String,
    _ form: Target.Form,
    _ value: Double? = nil
  ) -> Target {
    Target(
      id: id,
      clause: clause,
      title: text("Mục tiêu \(id)"),
      indicator: indicator,
      form: form,
      value: value,
      when: .everyYear,
      reading: id == "A" ? Target.Reading(id: "x", title: text("mỗi năm")) : nil,
      readings: id == "A"
        ? [
          Target.Reading(id: "x", title: text("mỗi năm")),
          Target.Reading(id: "y", title: text("đến cuối kỳ")),
        ] : []
    )
  }

  static func plan(template: String = Invented.template, members: Int = 5) throws -> Plan {
    Plan(
      folder: "plans/mau",
      id: "mau",
      title: text("Kế hoạch mẫu"),
      document: PlanDocument(
        number: "1/KH",
        date: CalendarDate(year: 2021, month: 1, day: 2),
        issuer: text("Nơi ban hành"),
        place: text("Mẫu")
      ),
      years: PlanYears(base: 2020, first: 2021, last: 2025),
      unit: "S",
      memberLevel: "parish",
      orgUnits: orgUnits(members),
      unitChanges: [],
      usesEstimatedShares: false,
      due: MonthDay(month: 12, day: 15),
      senders: [
        Sender(
          id: "office",
          title: text("Văn phòng mẫu"),
          short: text("Văn phòng"),
          clause: "2",
          duty: text("Tổng hợp.")
        ),
        Sender(
          id: "parishes",
          title: text("Các xã"),
          short: text("Các xã"),
          eachLevel: "parish",
          clause: "1",
          duty: text("Báo cáo.")
        ),
      ],
      clauses: [
        Clause(id: "1", title: text("Mục một"), responsible: []),
        Clause(id: "1.1", title: text("Kiểm tra"), responsible: ["parishes"]),
        Clause(id: "1.2", title: text("Hỗ trợ"), responsible: ["parishes"]),
        Clause(
          id: "2",
          title: text("Mục hai"),
          responsible: ["office"],
          unmeasured: text("không có số")
        ),
      ],
      words: PlanWords(),
      unitPrefixes: [:],
      disclosure: Disclosure(smallest: 8, width: 3, source: text("mẫu")),
      forms: [
        Form(
          name: "year",
          number: "01",
          title: text("Biểu năm"),
          kind: .summary,
          senders: ["parishes"],
          covers: .sender,
          clause: "1",
          years: 2020...2025,
          due: MonthDay(month: 12, day: 15),
          fields: [
            field("checked"), field("sites"), field("helped", sensitive: true),
            field("need", sensitive: true), field("remarks", type: .string),
          ],
          primaryKey: [],
          foreignKeys: []
        )
      ],
      elements: [
        element("year.checked", field: 0, sensitive: false),
        element("year.sites", field: 1, sensitive: false),
        element("year.helped", field: 2, sensitive: true),
        element("year.need", field: 3, sensitive: true),
      ],
      indicators: [
        indicator(
          "checked",
          "Cơ sở được kiểm tra",
          clause: "1.1",
          .ratio(
            numerator: try expression("year.checked"),
            denominator: try expression("year.sites"),
            per: 100
          ),
          unit: "%",
          decimals: 1,
          sentence: "{unit} kiểm tra {numerator}/{denominator} cơ sở ({value} %), {change}.",
          elements: ["year.checked", "year.sites"]
        ),
        indicator(
          "helped",
          "Người được giúp",
          clause: "1.2",
          .ratio(
            numerator: try expression("year.helped"),
            denominator: try expression("year.need"),
            per: 100
          ),
          unit: "%",
          decimals: 1,
          elements: ["year.helped", "year.need"],
          sensitive: true
        ),
        indicator(
          "need",
          "Người cần giúp",
          clause: "1.2",
          .count(try expression("year.need")),
          unit: "người",
          elements: ["year.need"],
          sensitive: true
        ),
      ],
      targets: [
        target("A", "1.1", "checked", .reach, 100),
        target("B", "1.2", "helped", .reach, 100),
      ],
      rules: [],
      checks: [],
      sheets: [],
      templates: [.vietnamese: template]
    )
  }

  static let template = """
    # Báo cáo {{plan.title}} năm {{year}}
    {{notice}}

    ## Tóm tắt
    {{summary}}

    ## Mục tiêu
    {{targets}}

    {{target-units}}

    ## Nhiệm vụ
    {{sentences 1}}

    {{indicators 1.1 1.2}}

    ## Nơi gửi
    {{agency office}}

    {{agency parishes}}

    {{discipline}}

    {{notes year.remarks}}

    {{contradictions}}

    {{findings}}

    {{scoring}}

    ## Xu hướng
    {{trends}}

    {{comparison}}

    {{clauses}}

    {{readings}}

    {{methods}}
    """
}
