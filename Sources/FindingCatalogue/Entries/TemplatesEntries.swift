import Diagnostics

extension FindingEntry {
  /// Report templates.
  static let ofTemplates: [FindingEntry] = [
    FindingEntry(
      "no-template",
      .error,
      vi: Explanation(
        title: "Thiếu mẫu báo cáo",
        meaning: "Không có report.vi.md.",
        importance: "Kế hoạch có lỗi thì không chạy đánh giá được.",
        remedy: "Thêm tệp mẫu."
      ),
      en: Explanation(
        title: "No report template",
        meaning: "There is no report.vi.md.",
        importance: "A plan with an error is not evaluated.",
        remedy: "Add the template."
      )
    ),
    FindingEntry(
      "template-unclosed",
      .error,
      vi: Explanation(
        title: "Lệnh trong mẫu không đóng",
        meaning: "Mẫu báo cáo có '{{' mà không có '}}' trên cùng dòng.",
        importance: "Kế hoạch có lỗi thì không chạy đánh giá được.",
        remedy: "Thêm '}}'."
      ),
      en: Explanation(
        title: "Directive that is not closed",
        meaning: "The template has '{{' without '}}' on the same line.",
        importance: "A plan with an error is not evaluated.",
        remedy: "Add '}}'."
      )
    ),
    FindingEntry(
      "template-unknown-directive",
      .error,
      vi: Explanation(
        title: "Lệnh lạ trong mẫu",
        meaning: "Mẫu báo cáo có lệnh không có, hoặc lệnh phải đứng riêng một dòng.",
        importance: "Kế hoạch có lỗi thì không chạy đánh giá được.",
        remedy: "Dùng một lệnh nêu trong thông báo."
      ),
      en: Explanation(
        title: "Unknown directive",
        meaning: "The template has a directive that does not exist, or must stand alone on a line.",
        importance: "A plan with an error is not evaluated.",
        remedy: "Use one that the message names."
      )
    ),
    FindingEntry(
      "template-argument",
      .error,
      vi: Explanation(
        title: "Tham số sai trong mẫu",
        meaning: "Tham số của lệnh không phải mã có trong kế hoạch.",
        importance: "Kế hoạch có lỗi thì không chạy đánh giá được.",
        remedy: "Sửa tham số."
      ),
      en: Explanation(
        title: "Wrong argument in a template",
        meaning: "The argument of a directive is no id of the plan.",
        importance: "A plan with an error is not evaluated.",
        remedy: "Correct the argument."
      )
    ),
  ]
}
