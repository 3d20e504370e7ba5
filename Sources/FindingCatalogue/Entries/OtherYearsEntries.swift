import Diagnostics

extension FindingEntry {
  /// Figures that do not fit the same unit's other years; they ask, and need not be wrong.
  static let ofOtherYears: [FindingEntry] = [
    FindingEntry(
      "columns-swapped",
      .warning,
      .note,
      vi: Explanation(
        title: "Số của hai cột ghi nhầm cho nhau",
        meaning: "Hai cột liền nhau: số của cột này khớp với các năm của cột kia, và ngược lại.",
        importance: "Cả hai số đều sai nếu đúng là ghi nhầm.",
        remedy: "Đối chiếu hai cột với sổ gốc, đổi lại nếu nhầm; nếu đúng, nêu lý do."
      ),
      en: Explanation(
        title: "Two columns with each other's figures",
        meaning: "Of two neighbouring columns each holds what fits the other's years.",
        importance: "Both figures are wrong if they were exchanged.",
        remedy:
          "Compare both with the original, exchange them if need be; if they are right, say why."
      )
    ),
    FindingEntry(
      "digits-swapped",
      .warning,
      .note,
      vi: Explanation(
        title: "Hai chữ số có thể đổi chỗ",
        meaning: "Số khác hẳn các năm khác; đổi chỗ hai chữ số liền nhau thì khớp, như 21 và 12.",
        importance: "Lỗi gõ như vậy không quy tắc nào khác phát hiện được.",
        remedy: "Đối chiếu với sổ gốc; nếu đúng, nêu lý do."
      ),
      en: Explanation(
        title: "Two digits in the wrong order",
        meaning:
          "The figure is far from the other years; with two neighbouring digits swapped it fits, as 21 and 12.",
        importance: "No other rule finds such a slip.",
        remedy: "Compare with the original; if it is right, say why."
      )
    ),
    FindingEntry(
      "factor-of-ten",
      .warning,
      .note,
      vi: Explanation(
        title: "Thừa, thiếu chữ số hoặc nhầm đơn vị tính",
        meaning:
          "Số gấp khoảng mười lần (hoặc trăm, nghìn lần) các năm khác, hay chỉ bằng một phần mười.",
        importance: "Một số như vậy làm sai cả tổng của Huyện.",
        remedy:
          "Đếm lại chữ số, xem đơn vị tính của cột (đồng, nghìn đồng, triệu đồng); nếu đúng, nêu lý do."
      ),
      en: Explanation(
        title: "A digit too many or too few, or another unit",
        meaning:
          "The figure is about ten (or a hundred, a thousand) times the other years, or a tenth of them.",
        importance: "One such figure spoils the sum of the whole.",
        remedy:
          "Count the digits, look at the column's unit (VND, thousands, millions); if it is right, say why."
      )
    ),
    FindingEntry(
      "last-year-copied",
      .warning,
      .note,
      vi: Explanation(
        title: "Biểu giống hệt năm trước",
        meaning: "Các số liệu khác 0 và thường thay đổi đều bằng năm trước.",
        importance: "Có thể đã gửi nhầm biểu cũ, hoặc chép lại thay vì tổng hợp.",
        remedy: "Kiểm tra lại biểu; gửi biểu của năm báo cáo."
      ),
      en: Explanation(
        title: "Last year's form again",
        meaning: "The figures that are not 0 and usually move are all those of the year before.",
        importance: "Maybe the old form was sent, or copied instead of compiled.",
        remedy: "Look at the form again; send that of the year reported."
      )
    ),
    FindingEntry(
      "unlike-own-years",
      .warning,
      .note,
      vi: Explanation(
        title: "Số khác hẳn các năm khác",
        meaning: "Số nằm xa các năm khác của chính đơn vị, khó có thể do ngẫu nhiên.",
        importance: "Có thể là lỗi nhập, cũng có thể là thay đổi thật cần giải trình.",
        remedy: "Đối chiếu với sổ gốc; nếu đúng, nêu lý do."
      ),
      en: Explanation(
        title: "Figure unlike the other years",
        meaning: "The figure lies far from the unit's own other years, hardly by chance.",
        importance: "It may be a slip, or a change that needs a word of explanation.",
        remedy: "Compare with the original; if it is right, say why."
      )
    ),
    FindingEntry(
      "jump-against-denominator",
      .warning,
      .note,
      vi: Explanation(
        title: "Số tăng, giảm trong khi tổng không đổi",
        meaning:
          "Số gấp đôi (hoặc chưa bằng nửa) các năm khác, trong khi số làm mẫu hầu như không đổi.",
        importance: "Tỷ lệ tính từ hai số thay đổi đột ngột.",
        remedy: "Đối chiếu cả hai số với sổ gốc; nếu đúng, nêu lý do."
      ),
      en: Explanation(
        title: "Part that moved while the whole stayed",
        meaning:
          "The figure is twice the other years or less than half of them, while what it is out of hardly moved.",
        importance: "The share made from the two changes all at once.",
        remedy: "Compare both with the original; if they are right, say why."
      )
    ),
  ]
}
