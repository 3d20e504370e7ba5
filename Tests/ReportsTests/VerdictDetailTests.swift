import Diagnostics
import Tables
import Testing

@testable import Plan
@testable import Reports

/// `{{target-details}}`: what the statuses rest on.
@Suite(.timeLimit(.minutes(5))) struct VerdictDetailTests {
  private func details(_ example: VerdictCase, _ language: Language) throws -> String {
    var plan = try example.plan()
    plan.templates = [.vietnamese: "{{target-details}}", .english: "{{target-details}}"]
    return try example.text(language, plan)
  }

  private func example(
    _ form: Target.Form,
    _ when: Target.When,
    _ reports: [VerdictCase.Report]
  ) -> VerdictCase {
    VerdictCase(
      situation: "",
      form: form,
      when: when,
      reports: reports,
      words: .notApplicable
    )
  }

  @Test func `a share that one unit decides is told with all that it rests on`() throws {
    let example = example(.reach, .byEnd, [.units(9), .units(11), .units(13), .units(15)])
    let text = try details(example, .vietnamese)
    // 6 of 5.4 units on the line: 1.11. Wilson for 15 of 18, scipy 1.17.1.
    #expect(
      text.contains(
        "| V | số quá ít để kết luận | 1,11 (80,0 %) | 60,8 % – 94,2 % (Wilson) | "
          + "đúng tiến độ / chậm tiến độ | Eurostat: tiến bộ rõ rệt; Liên hợp quốc: đạt hoặc đúng "
          + "hướng; ESCAP: đúng mức cần có; SDG Index: đúng hướng hoặc giữ được |"
      )
    )
    #expect(
      text.contains(
        "Nơi 18/18 đơn vị đã báo cáo, con số là đếm đủ, không phải mẫu: khoảng tin cậy chỉ nói "
          + "riêng ngẫu nhiên có thể làm một số như vậy xê dịch bao nhiêu"
      )
    )
    #expect(
      text.contains("Tiến độ 1,00 là đúng đường thẳng từ năm 2020 đến mức đặt ra vào năm 2025")
    )
    #expect(text.contains("“số quá ít để kết luận”: chỉ thêm hoặc bớt một trường hợp"))
  }

  @Test func `a census says what its interval is`() throws {
    let example = example(.reach, .everyYear, [.units(18), .units(18)])
    let text = try details(example, .english)
    #expect(text.contains("| V | reached | – | 82.4% – 100.0% (Wilson) | – / not reached | – |"))
    #expect(
      text.contains(
        "Where 18 of 18 units reported, this is a count of all and no sample: the interval tells "
          + "only how much chance alone could move such a count, not of sampling."
      )
    )
    #expect(!text.contains("straight line"))
  }

  @Test func `a count has a Poisson interval, and rules without an answer say why`() throws {
    let example = example(.none, .byEnd, [.count(10), .count(8), .count(6), .count(3)])
    let text = try details(example, .english)
    // Exact limits of 3: 0.6187 and 8.7673.
    #expect(
      text.contains(
        "| V | on pace | 1.17 (4.0) | 0.6 – 8.8 (exact Poisson) | on pace / on pace | Eurostat: "
          + "none, as the target is 0; United Nations: fair progress, to be accelerated; ESCAP: "
          + "as expected; SDG Index: on track or maintaining |"
      )
    )
  }

  @Test func `while reports are missing no case and no pace is told`() throws {
    let example = example(.reach, .byEnd, [.units(9), .units(9), .units(10, missing: 1)])
    let text = try details(example, .english)
    #expect(text.contains("| V | behind | – | 36.0% – 78.4% (Wilson) | – | – |"))
    #expect(!text.contains("18 of 18"))
  }
}
