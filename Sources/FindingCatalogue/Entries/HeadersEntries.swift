import Diagnostics

extension FindingEntry {
  /// Headers, and columns that the form has or lacks.
  static let ofHeaders: [FindingEntry] = [
    FindingEntry(
      "duplicate-column",
      .error,
      vi: Explanation(
        title: "Cột lặp lại",
        meaning: "Hai cột cùng mang tiêu đề của một trường.",
        importance: "Chỉ cột đứng trước được dùng; nếu số liệu nằm ở cột sau thì bị bỏ qua.",
        remedy: "Xóa cột thừa, giữ lại cột có số liệu đúng."
      ),
      en: Explanation(
        title: "Column that stands twice",
        meaning: "Two columns have the header of one field.",
        importance: "Only the first is used; data in the second are left out.",
        remedy: "Delete one of them and keep the right one."
      )
    ),
    FindingEntry(
      "unknown-column",
      .warning,
      vi: Explanation(
        title: "Cột lạ",
        meaning: "Biểu mẫu không có cột mang tiêu đề này.",
        importance:
          "Cột không được dùng; nếu là một cột của biểu mẫu viết khác đi thì số liệu bị thiếu.",
        remedy: "Sửa tiêu đề như biểu mẫu, hoặc xóa cột nếu không cần."
      ),
      en: Explanation(
        title: "Column that the form lacks",
        meaning: "The form has no column with this header.",
        importance:
          "It is not used; if it is a column of the form under another name, data are missing.",
        remedy: "Write the header as the form has it, or delete the column."
      )
    ),
    FindingEntry(
      "unnamed-column",
      .error,
      vi: Explanation(
        title: "Cột không có tiêu đề",
        meaning: "Cột có chữ nhưng ô tiêu đề trống hoặc chỉ là ký hiệu.",
        importance: "Không ai biết cột ấy là gì, có thể là tên người, nên cột không được đọc.",
        remedy: "Ghi tiêu đề như biểu mẫu, hoặc xóa cột."
      ),
      en: Explanation(
        title: "Column without a header",
        meaning: "The column holds texts, and its header is empty or a mere sign.",
        importance: "It may hold names of persons, so it is not read.",
        remedy: "Write the form's header over it, or delete it."
      )
    ),
    FindingEntry(
      "missing-column",
      .error,
      .warning,
      .note,
      vi: Explanation(
        title: "Thiếu cột",
        meaning: "Không có cột nào mang tiêu đề của trường này.",
        importance: "Mọi hàng bị coi là chưa báo cáo trường ấy; chưa báo cáo không phải là bằng 0.",
        remedy: "Thêm cột với tiêu đề như biểu mẫu rồi điền số liệu."
      ),
      en: Explanation(
        title: "Missing column",
        meaning: "No column has the header of this field.",
        importance: "All rows count as not reported for it, which is not the same as 0.",
        remedy: "Add the column with the form's header and fill it in."
      )
    ),
    FindingEntry(
      "scale-in-title",
      .warning,
      vi: Explanation(
        title: "Đơn vị tính ghi trên tên bảng",
        meaning: "Đơn vị tính như “triệu đồng” ghi ở dòng tên bảng, không ghi trong tiêu đề cột.",
        importance: "Số được đọc theo tiêu đề cột, nên có thể sai hàng nghìn, hàng triệu lần.",
        remedy: "Ghi đơn vị tính vào tiêu đề của từng cột tiền."
      ),
      en: Explanation(
        title: "Scale above the table",
        meaning:
          "A scale such as “triệu đồng” stands above the table and not in the column's header.",
        importance:
          "Numbers are read by the header and may be wrong by a factor of a thousand or a "
          + "million.",
        remedy: "Write the scale into the header of each such column."
      )
    ),
  ]
}
