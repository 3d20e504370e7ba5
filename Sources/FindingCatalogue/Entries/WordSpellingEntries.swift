import Diagnostics

extension FindingEntry {
  /// Marks and several words in a cell.
  static let ofWordSpellings: [FindingEntry] = [
    FindingEntry(
      "ditto-mark",
      .error,
      vi: Explanation(
        title: "Dấu lặp lại ô trên",
        meaning: "Ô ghi “như trên”, “nt” hoặc dấu nháy thay cho giá trị.",
        importance: "Hàng có thể đã được sắp xếp lại nên không tự điền; ô không được dùng.",
        remedy: "Ghi giá trị vào từng ô; xem giá trị được gợi ý."
      ),
      en: Explanation(
        title: "Mark for the cell above",
        meaning: "The cell says “như trên”, “nt” or has quotation marks instead of a value.",
        importance:
          "Rows may have been sorted, so that nothing is filled in; the cell is not used.",
        remedy: "Write the value in each cell; see the one that is offered."
      )
    ),
    FindingEntry(
      "marks-only",
      .warning,
      vi: Explanation(
        title: "Chỉ đánh dấu ô có",
        meaning: "Tệp chỉ ghi dấu “x” và ô trống ở các cột có/không.",
        importance: "Ô trống là chưa báo cáo, không phải “không”.",
        remedy: "Ghi “không” ở những ô không đánh dấu."
      ),
      en: Explanation(
        title: "Marks for yes only",
        meaning: "The file has marks and blanks in its columns of yes or no.",
        importance: "A blank counts as not reported, not as no.",
        remedy: "Write “không” where there is no mark."
      )
    ),
    FindingEntry(
      "several-categories",
      .error,
      vi: Explanation(
        title: "Nhiều loại trong một ô",
        meaning: "Ô ghi hơn một loại của danh mục.",
        importance: "Không biết tính vào loại nào; ô không được dùng.",
        remedy: "Ghi một loại; nếu đúng là nhiều việc thì tách thành nhiều hàng."
      ),
      en: Explanation(
        title: "Several categories in one cell",
        meaning: "The cell names more than one category.",
        importance: "Nobody can tell to which it counts; the cell is not used.",
        remedy: "Write one; where there are several things, give each its row."
      )
    ),
    FindingEntry(
      "category-with-remark",
      .warning,
      vi: Explanation(
        title: "Loại có lời ghi thêm",
        meaning: "Sau tên loại có lời ghi trong ngoặc.",
        importance: "Tên loại được dùng, lời ghi thêm thì không.",
        remedy: "Chuyển lời ghi thêm sang cột ghi chú."
      ),
      en: Explanation(
        title: "Category with a remark",
        meaning: "A remark in brackets stands after the category.",
        importance: "The category is used, the remark is not.",
        remedy: "Move the remark to the column of notes."
      )
    ),
  ]
}
