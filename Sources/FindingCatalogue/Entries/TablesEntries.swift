import Diagnostics

extension FindingEntry {
  /// Tables that stages leave for each other.
  static let ofTables: [FindingEntry] = [
    FindingEntry(
      "malformed-table",
      .error,
      vi: Explanation(
        title: "Bảng trung gian bị hỏng",
        meaning: "Bảng của một công đoạn trước không đúng quy cách.",
        importance: "Công đoạn sau không thể đọc mà không đoán.",
        remedy: "Chạy lại công đoạn trước; không sửa bảng bằng tay."
      ),
      en: Explanation(
        title: "Malformed table of a stage",
        meaning: "A table that an earlier stage left is not as it should be.",
        importance: "The next stage cannot read it without guessing.",
        remedy: "Run the earlier stage again; do not edit its tables."
      )
    ),
    FindingEntry(
      "no-table",
      .error,
      vi: Explanation(
        title: "Thiếu bảng trung gian",
        meaning: "Thư mục làm việc thiếu bảng của một công đoạn trước.",
        importance: "Công đoạn sau không có gì để đọc.",
        remedy: "Chạy công đoạn trước với cùng thư mục làm việc."
      ),
      en: Explanation(
        title: "Missing table of a stage",
        meaning: "The workspace lacks a table of an earlier stage.",
        importance: "The next stage has nothing to read.",
        remedy: "Run the earlier stage into the same workspace."
      )
    ),
  ]
}
