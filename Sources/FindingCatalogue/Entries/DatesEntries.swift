import Diagnostics

extension FindingEntry {
  /// Cells of dates and years.
  static let ofDates: [FindingEntry] = [
    FindingEntry(
      "not-a-date",
      .error,
      vi: Explanation(
        title: "Không phải ngày",
        meaning: "Ô phải là ngày nhưng không đọc thành ngày được.",
        importance: "Ô không được dùng.",
        remedy: "Ghi ngày dạng ngày/tháng/năm, như 05/06/2024."
      ),
      en: Explanation(
        title: "Not a date",
        meaning: "The cell must be a date and cannot be read as one.",
        importance: "The cell is not used.",
        remedy: "Write it as day/month/year, such as 05/06/2024."
      )
    ),
    FindingEntry(
      "impossible-date",
      .error,
      vi: Explanation(
        title: "Ngày không có thật",
        meaning: "Ngày không có trong lịch, như 31/02/2024.",
        importance: "Ô không được dùng.",
        remedy: "Xem lại ngày và tháng; ghi dạng ngày/tháng/năm."
      ),
      en: Explanation(
        title: "Date that does not exist",
        meaning: "The calendar has no such day, such as 31/02/2024.",
        importance: "The cell is not used.",
        remedy: "See to day and month; write day/month/year."
      )
    ),
    FindingEntry(
      "incomplete-date",
      .error,
      vi: Explanation(
        title: "Ngày ghi thiếu",
        meaning: "Chỉ có tháng, quý hoặc năm, cần đủ ngày, tháng, năm.",
        importance: "Ô không được dùng.",
        remedy: "Ghi đủ ngày/tháng/năm, như 05/06/2024."
      ),
      en: Explanation(
        title: "Incomplete date",
        meaning: "Only a month, quarter or year stands where a whole date is needed.",
        importance: "The cell is not used.",
        remedy: "Write day/month/year, such as 05/06/2024."
      )
    ),
    FindingEntry(
      "date-out-of-range",
      .error,
      vi: Explanation(
        title: "Ngày quá xa",
        meaning: "Ngày trước năm 1900 hoặc sau năm kế tiếp năm báo cáo.",
        importance: "Thường là gõ nhầm năm; ô không được dùng.",
        remedy: "Sửa năm của ngày."
      ),
      en: Explanation(
        title: "Date far off",
        meaning: "The date is before 1900 or later than the year after the reported one.",
        importance: "It is mostly a slip in the year; the cell is not used.",
        remedy: "Correct the year of the date."
      )
    ),
    FindingEntry(
      "date-of-another-year",
      .warning,
      vi: Explanation(
        title: "Ngày của năm khác",
        meaning: "Ngày không thuộc năm của tệp.",
        importance: "Hàng vẫn được tính cho năm của tệp; có thể đã tính ở năm kia.",
        remedy: "Sửa ngày nếu gõ nhầm, hoặc chuyển hàng sang tệp của năm ấy."
      ),
      en: Explanation(
        title: "Date of another year",
        meaning: "The date does not lie in the year of the file.",
        importance: "The row still counts for the file's year, and may have counted in the other.",
        remedy: "Correct the date, or move the row to the file of its year."
      )
    ),
    FindingEntry(
      "short-year",
      .warning,
      vi: Explanation(
        title: "Năm chỉ có hai chữ số",
        meaning: "Ngày ghi năm hai chữ số, như 5/6/24.",
        importance: "Thế kỷ đã được suy ra.",
        remedy: "Ghi năm bốn chữ số, như 05/06/2024."
      ),
      en: Explanation(
        title: "Year of two digits",
        meaning: "The date has a year of two digits, such as 5/6/24.",
        importance: "Its century was inferred.",
        remedy: "Write four digits, as in 05/06/2024."
      )
    ),
    FindingEntry(
      "not-a-year",
      .error,
      vi: Explanation(
        title: "Không phải năm",
        meaning: "Ô phải là một năm bốn chữ số.",
        importance: "Ô không được dùng.",
        remedy: "Ghi năm như 2024."
      ),
      en: Explanation(
        title: "Not a year",
        meaning: "The cell must be a year of four digits.",
        importance: "The cell is not used.",
        remedy: "Write the year as 2024."
      )
    ),
  ]
}
