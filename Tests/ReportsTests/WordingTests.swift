import Diagnostics
import Tables
import Testing

@testable import Plan
@testable import Reports

@Suite struct WordingTests {
  private func report(_ tables: InventedTables, _ plan: Plan) throws -> String {
    try #require(tables.texts(plan: plan)["bao-cao.md"])
  }

  struct TieCase: Sendable {
    var points: Int
    var least: Double
    var untied: Double
    var words: String
    var not: String
  }

  @Test(arguments: [
    TieCase(
      points: 4,
      least: 0.0833,
      untied: 0.0833,
      words: "4 năm không đủ để kết luận xu hướng: kể cả tăng hoặc giảm đều mỗi năm cũng chỉ đạt "
        + "p = 0,083",
      not: "giá trị bằng nhau"
    ),
    // Four years with ties: still too few, and steady movement would reach only the untied p.
    TieCase(points: 4, least: 0.5, untied: 0.0833, words: "chỉ đạt p = 0,083", not: "0,500"),
    TieCase(
      points: 6,
      least: 0.3333,
      untied: 0.0028,
      words: "nhiều năm có giá trị bằng nhau, nên dù xếp theo thứ tự nào p cũng không dưới 0,333: "
        + "không kết luận được xu hướng (6 năm)",
      not: "6 năm không đủ"
    ),
  ])
  func `equal years and few years are told apart`(_ example: TieCase) throws {
    var tables = InventedTables.example
    tables.points = example.points
    tables.minimumP = example.least
    tables.minimumPUntied = example.untied
    let text = try report(tables, try Invented.plan())
    #expect(text.contains(example.words))
    #expect(!text.contains(example.not))
  }

  @Test func `a plan without targets says so`() throws {
    var plan = try Invented.plan()
    plan.targets = []
    let text = try report(.example, plan)
    #expect(text.contains("Kế hoạch không nêu mục tiêu nào để đánh giá."))
    #expect(!text.contains("Trong 0 mục tiêu"))
  }

  @Test(arguments: [
    ("assumed-denominators", "tốt nhất; giả định mẫu số của lần báo cáo gần nhất).", true),
    ("unbounded", "tốt nhất; không có căn cứ về mẫu số).", true),
    ("complete", "tốt nhất; ", false),
  ])
  func `bounds say what they rest on`(_ basis: String, _ words: String, _ isSaid: Bool) throws {
    var tables = InventedTables.example
    tables.boundBasis = basis
    #expect(try report(tables, try Invented.plan()).contains(words) == isSaid)
  }

  @Test func `years compared begin with the base year`() throws {
    let plan = try Invented.plan(template: "So sánh {{years}}.")
    #expect(try report(.example, plan).contains("So sánh 2020–2023."))
  }

  @Test func `a clause of two senders shows each its own figures`() throws {
    var plan = try Invented.plan(template: "{{agency office}}\n\n# Sau\n\n{{agency court}}")
    plan.senders[0].clause = "1"
    plan.senders[1].clause = ""
    var court = plan.senders[0]
    court.id = "court"
    plan.senders.append(court)
    var form = plan.forms[0]
    plan.forms[0].senders = ["office"]
    form.name = "trials"
    form.senders = ["court"]
    plan.forms.append(form)
    let position = try #require(plan.elements.firstIndex { $0.id == "year.need" })
    plan.elements[position].form = "trials"
    let parts = try report(.example, plan).split(separator: "# Sau")
    #expect(parts.count == 2)
    // Shares are fed by both; the count of those in need only by the second.
    #expect(parts.first?.contains("kiểm tra 13/14 cơ sở") == true)
    #expect(parts.first?.contains("Người cần giúp") == false)
    #expect(parts.last?.contains("kiểm tra 13/14 cơ sở") == false)
    #expect(parts.last?.contains("Người cần giúp") == true)
  }

  @Test func `one unit among those counted is a yes or a no`() throws {
    var plan = try Invented.plan()
    plan.indicators[0].formula = .units(condition: try Invented.expression("year.checked > 0"))
    let files = InventedTables.example.texts(plan: plan)
    let sheet = try #require(files["xa/p1.md"])
    #expect(sheet.contains("| Cơ sở được kiểm tra | – | có | có | có | có | – |"))
    let absent = try #require(files["xa/p4.md"])
    #expect(absent.contains("| Cơ sở được kiểm tra | – | có | có | có | chưa báo cáo | – |"))
  }

  @Test func `a plan can do without sheets of its units`() throws {
    var plan = try Invented.plan()
    plan.hasUnitSheets = false
    let paths = InventedTables.example.files(plan: plan).map(\.name)
    #expect(!paths.contains { $0.hasPrefix("xa/") })
    #expect(paths.contains("bao-cao.md"))
  }

  @Test func `an answer has no slope and no trend`() throws {
    var plan = try Invented.plan(template: "{{trends}}")
    for index in plan.elements.indices { plan.elements[index].kind = .flag }
    let indicator = plan.indicators[2]
    plan.indicators = [indicator]
    plan.indicators[0].place = .plan
    plan.indicators[0].isSensitive = false
    for index in plan.elements.indices { plan.elements[index].isSensitive = false }
    var tables = InventedTables.example
    tables.conclusion = .notShown
    #expect(try report(tables, plan).contains("| – | – |"))
  }

  @Test(arguments: [(7_166_666.7, 0, "7.166.667 ("), (99.5, 0, "99,5 ("), (100.25, 1, "100,25 (")])
  func `large slopes of whole numbers have no decimals`(
    _ slope: Double,
    _ decimals: Int,
    _ words: String
  ) throws {
    var plan = try Invented.plan(template: "{{trends}}")
    plan.indicators[0].decimals = decimals
    var tables = InventedTables.example
    tables.slope = slope
    #expect(try report(tables, plan).contains(words))
  }

  @Test func `scores line up and say how far they are apart`() throws {
    var plan = try Invented.plan(template: "{{scoring}}")
    let result = ScoringSheet.Result(score: "", category: "")
    plan.sheets = [
      ScoringSheet(
        id: "s",
        title: Invented.text("Bảng"),
        source: Invented.text(""),
        isVerified: true,
        criteria: [],
        classes: [],
        own: result,
        official: result
      )
    ]
    var tables = InventedTables.example
    let scores: [(Double?, Double?)] = [(93, 88.1), (90, 90), (80, 82.5), (70, nil)]
    tables.scores = scores.enumerated().map { index, pair in
      ScoreRow(
        sheet: "s",
        unit: tables.unit(index),
        year: Invented.year,
        ownScore: pair.0,
        officialScore: pair.1,
        ownClass: "A",
        officialClass: "A",
        previousClass: "A",
        agreement: .same
      )
    }
    let text = try report(tables, plan)
    #expect(text.contains("Xếp loại tự chấm và chính thức trùng nhau ở 4 đơn vị"))
    #expect(text.contains("Điểm khác nhau ở 2/3 đơn vị có hai điểm, nhiều nhất 4,9 điểm."))
    #expect(text.contains("| Xã Một | 93,0 | 88,1 | +4,9 | A | A | A | xếp loại trùng |"))
    #expect(text.contains("| Xã Hai | 90,0 | 90,0 | 0,0 |"))
    #expect(text.contains("| Xã Ba | 80,0 | 82,5 | −2,5 |"))
    #expect(text.contains("| Xã Bốn | 70,0 | chưa báo cáo | – |"))
  }

  @Test func `findings of other years stand apart`() throws {
    func finding(_ year: Int?, _ severity: Severity) -> Finding {
      Finding(
        "odd",
        severity,
        at: Location(file: ""),
        sender: "p1",
        year: year,
        message: Invented.text("x")
      )
    }
    var tables = InventedTables.example
    tables.findings = [
      finding(2023, .error), finding(2022, .error), finding(nil, .error), finding(2023, .warning),
    ]
    let text = try report(tables, try Invented.plan())
    #expect(text.contains("| Xã Một | 1 | 1 | 0 | 2 | 0 | 0 |"))
    #expect(
      text.contains(
        "Kiểm tra số liệu năm 2023: 1 lỗi, 1 cảnh báo (các năm khác: 2 lỗi, 0 cảnh báo)"
      )
    )
  }

  @Test func `the base year has no targets to miss`() throws {
    var tables = InventedTables.example
    tables.year = 2020
    let text = try report(tables, try Invented.plan())
    #expect(text.contains("Mục tiêu của kế hoạch tính từ năm 2021"))
    #expect(!text.contains("chưa báo cáo 2"))
  }

  @Test func `at most six units are named`() throws {
    var tables = InventedTables.example
    tables.counts[2023] = [(4, 4, 0, 0)] + Array(repeating: nil, count: 8)
    let text = try report(tables, try Invented.plan(members: 9))
    #expect(text.contains("- A, B – chưa báo cáo: Xã Hai,"))
    #expect(
      text.contains(
        "chưa báo cáo: Xã Hai, Xã Ba, Xã Bốn, Xã Năm, Xã 6, Xã 7 và 2 đơn vị khác;"
      )
    )
  }
}
