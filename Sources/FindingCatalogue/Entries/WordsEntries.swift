import Diagnostics

extension FindingEntry {
  /// Cells of words.
  static let ofWords: [FindingEntry] = [
    FindingEntry(
      "not-yes-or-no",
      .error,
      vi: Explanation(
        title: "Không phải có hoặc không",
        meaning: "Ô phải là “có” hoặc “không”.",
        importance: "Ô không được dùng.",
        remedy: "Ghi “có” hoặc “không”."
      ),
      en: Explanation(
        title: "Neither yes nor no",
        meaning: "The cell must say yes or no.",
        importance: "The cell is not used.",
        remedy: "Write “có” or “không”."
      )
    ),
    FindingEntry(
      "unknown-category",
      .error,
      vi: Explanation(
        title: "Loại không có trong danh mục",
        meaning: "Ô ghi một loại mà biểu mẫu không có.",
        importance: "Ô không được dùng; hàng thiếu loại thì không phân tổ được.",
        remedy: "Chọn một trong các loại nêu trong thông báo."
      ),
      en: Explanation(
        title: "Category that is not listed",
        meaning: "The cell names a category that the form lacks.",
        importance: "The cell is not used, and the row cannot be counted by category.",
        remedy: "Choose one of those that the message names."
      )
    ),
  ]
}
