import Diagnostics
import Plan
import Tables

/// A form that repeats last year's figures.
///
/// Figures that are 0, or that never moved in the other years, are the same year after year by
/// themselves and prove nothing. Of those that do move, a count with a mean of 1 or more repeats
/// itself with a probability of at most e⁻²·I₀(2) = 0.31; six of them with 0.31⁶ < 0.001.
struct LastYearCopied {
  let check: OutlierCheck.Copied
  let plan: Plan
  let table: OwnYearsTable
  let senders: [Int: String]

  struct Repeat {
    var sender: String
    var identical: Int
    var different: Int
    /// Where the first repeated figure stands.
    var sources: FactSources
  }

  /// Senders whose figures of the form and year are last year's, in order of first appearance.
  func repeats(of form: Form, _ year: Int) -> [Repeat] {
    var found: [Repeat] = []
    for element in plan.elements where element.form == form.name && element.kind == .number {
      for years in table.units(of: element.id) {
        guard let now = years.point(year), let then = years.point(year - 1),
          let sender = now.sources.first.flatMap({ senders[$0.file] })
        else { continue }
        let index: Int
        if let known = found.firstIndex(where: { $0.sender == sender }) {
          index = known
        } else {
          found.append(Repeat(sender: sender, identical: 0, different: 0, sources: now.sources))
          index = found.count - 1
        }
        if now.value != then.value {
          found[index].different += 1
        } else if now.value != .zero, hasMoved(years, before: year) {
          found[index].identical += 1
        }
      }
    }
    return found.filter { repeated in
      let all = Double(repeated.identical + repeated.different)
      return repeated.identical >= check.fields
        && Double(repeated.different) <= check.differing * all
    }
  }

  /// Whether the figure has had other values in years other than these two.
  private func hasMoved(_ years: OwnYears, before year: Int) -> Bool {
    guard let then = years.point(year - 1) else { return false }
    return years.points.contains { $0.year != year && $0.value != then.value }
  }

  static func sentence(_ repeated: Repeat, _ form: Form, _ year: Int) -> LocalisedText {
    let all = repeated.identical + repeated.different
    return LocalisedText(
      vi:
        "\(repeated.identical) trên \(all) số liệu của '\(form.title.vietnamese)' năm \(year) giống "
        + "hệt năm \(year - 1) (chỉ tính số khác 0 và có thay đổi ở các năm khác). Đề nghị kiểm tra "
        + "có gửi nhầm hoặc chép lại biểu năm trước không",
      en:
        "\(repeated.identical) of \(all) figures of '\(form.title.english)' of \(year) are those of "
        + "\(year - 1) (counting what is not 0 and moved in other years). Please check whether last "
        + "year's form was sent or copied again"
    )
  }
}
