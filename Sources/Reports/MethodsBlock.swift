internal import Diagnostics
internal import Plan
internal import Tables

/// `{{methods}}`: how the figures are to be read.
extension ReportContext {
  func methodsBlock() -> String {
    let smallest = plan.disclosure.smallest
    return Markdown.list(
      [
        say(
          vi: "**Chưa báo cáo không phải là 0.** Đơn vị chưa báo cáo không được tính là 0; khi còn "
            + "thiếu báo cáo, kết quả kèm trường hợp xấu nhất và tốt nhất có thể xảy ra.",
          en: "**Not reported is not 0.** Units that have not reported are not counted as 0; while "
            + "reports are missing, results carry the worst and the best case."
        ),
        say(
          vi: "**Xấu nhất – tốt nhất** của tỷ lệ cần mẫu số của đơn vị chưa báo cáo. Nơi ghi “giả "
            + "định mẫu số của lần báo cáo gần nhất” là lấy mẫu số của năm trước đó mà đơn vị có "
            + "báo cáo; nơi ghi “không có căn cứ về mẫu số” là chưa từng có, nên giá trị có thể ở "
            + "bất kỳ đâu trong khoảng nêu.",
          en: "**Worst – best** of a proportion needs the denominators of units that have not "
            + "reported. “Denominators of the latest earlier report assumed” takes those of the "
            + "latest year that the unit reported; “nothing is known of the denominators” means "
            + "that there is none, and the value may be anywhere in the range."
        ),
        say(
          vi: "**Không phát sinh** là nơi gửi nói rõ không có trường hợp nào; khi cộng tính là 0.",
          en: "**No such case** means that the sender says so; it counts as 0 in sums."
        ),
        say(
          vi:
            "**Khoảng tin cậy** 95 % của tỷ lệ theo Wilson, của số đếm theo Poisson chính xác. Khi mọi "
            + "đơn vị đã báo cáo thì đó là số đếm đầy đủ, không phải mẫu; khoảng chỉ cho biết sự "
            + "dao động ngẫu nhiên qua các năm.",
          en:
            "**Intervals** (95%) of proportions are Wilson's, of counts exact Poisson. Where all units "
            + "reported, it is a full count and no sample; the interval describes chance between "
            + "years."
        ),
        say(
          vi:
            "**Xu hướng** theo phép kiểm Mann-Kendall chính xác và độ dốc Sen; với ít năm, độ tin "
            + "cậy ghi là độ tin cậy thực sự đạt được. Không kết luận xu hướng không có nghĩa là "
            + "không thay đổi.",
          en:
            "**Trends** use the exact Mann-Kendall test and Sen's slope; with few years the level "
            + "given is the one attained. No trend shown does not mean no change."
        ),
      ] + (smallest > 1 ? [hiddenRemark(smallest)] : [])
        + [yearUnitsRemark, boundariesRemark].compactMap { $0 }
    )
  }

  private func hiddenRemark(_ smallest: Int) -> String {
    say(
      vi: "**\(Self.hiddenMark)**: số không công bố. Số người cần được bảo vệ từ 1 đến "
        + "\(smallest - 1) không công bố, cùng những số có thể suy ra chúng. Số 0 được công bố, "
        + "trừ khi nó làm lộ số khác.",
      en: "**\(Self.hiddenMark)**: hidden. Counts of persons who need protection from 1 to "
        + "\(smallest - 1) are not published, nor numbers from which they could be inferred. "
        + "Zeros are published, except where they would reveal others."
    )
  }
}
