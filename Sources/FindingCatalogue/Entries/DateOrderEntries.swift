import Diagnostics

extension FindingEntry {
  /// Dates that are told by the other dates of their column, or by their file.
  static let ofDateOrders: [FindingEntry] = [
    FindingEntry(
      "month-first-date",
      .warning,
      vi: Explanation(
        title: "Ngày viết tháng trước",
        meaning:
          "Cả cột viết tháng trước ngày, kiểu Mỹ: có nhiều ngày chỉ đúng khi đọc như vậy, không ngày nào chỉ đúng khi đọc ngày trước.",
        importance: "Các ngày được đọc là tháng/ngày.",
        remedy: "Định dạng cột là ngày/tháng/năm rồi xuất lại; nếu hiểu sai thì sửa lại ngày."
      ),
      en: Explanation(
        title: "Month before the day",
        meaning:
          "The whole column has the month first, as American settings do: several dates are possible that way only, and none the other way only.",
        importance: "Its dates are read as month/day.",
        remedy: "Format the column as day/month/year and export it again."
      )
    ),
    FindingEntry(
      "ambiguous-date",
      .error,
      vi: Explanation(
        title: "Không rõ ngày hay tháng",
        meaning:
          "Ngày có thể đọc hai cách, và trong tệp có ngày viết tháng trước nhưng chưa đủ để kết luận cho cả cột.",
        importance: "Ô không được dùng.",
        remedy: "Ghi ngày dạng ngày/tháng/năm ở cả cột."
      ),
      en: Explanation(
        title: "Day or month",
        meaning:
          "The date can be read two ways, and the file has dates with the month first, too few to tell.",
        importance: "The cell is not used.",
        remedy: "Write day/month/year in the whole column."
      )
    ),
    FindingEntry(
      "mixed-date-order",
      .warning,
      vi: Explanation(
        title: "Cột lẫn hai kiểu ngày",
        meaning:
          "Cột vừa có ngày chỉ đúng khi đọc ngày trước, vừa có ngày chỉ đúng khi đọc tháng trước.",
        importance:
          "Ngày không đọc được theo ngày/tháng thì để riêng; các ngày khác đọc là ngày/tháng, có thể có ngày bị đảo.",
        remedy: "Xem lại mọi ngày của cột, ghi thống nhất ngày/tháng/năm."
      ),
      en: Explanation(
        title: "Two orders of dates in a column",
        meaning:
          "Some dates of the column are possible with the day first only, others with the month first only.",
        importance:
          "The latter are not used; the rest are read as day/month, and some may be turned round.",
        remedy: "See to all dates of the column and write day/month/year."
      )
    ),
    FindingEntry(
      "empty-date",
      .error,
      vi: Explanation(
        title: "Ngày 0 của bảng tính",
        meaning: "Ô hiện 0 hoặc 00/01/1900: bảng tính hiện ô trống có định dạng ngày như vậy.",
        importance: "Không rõ là chưa có ngày hay chưa báo cáo; ô không được dùng.",
        remedy: "Xóa ô nếu không có ngày, hoặc ghi ngày."
      ),
      en: Explanation(
        title: "Day 0 of a spreadsheet",
        meaning:
          "The cell shows 0 or 00/01/1900, as spreadsheets show an empty cell with a date format.",
        importance:
          "Whether there is no date or none was reported is unknown; the cell is not used.",
        remedy: "Empty the cell, or write the date."
      )
    ),
    FindingEntry(
      "serial-1904",
      .warning,
      vi: Explanation(
        title: "Bảng tính có thể đếm từ năm 1904",
        meaning: "Ngày ở dạng số thứ tự; cả cột sớm hơn năm của tệp đúng bốn năm một ngày.",
        importance: "Ngày vẫn được đọc theo mốc 1900.",
        remedy: "Định dạng cột là ngày dd/mm/yyyy rồi xuất lại."
      ),
      en: Explanation(
        title: "The workbook may count from 1904",
        meaning:
          "The dates are serial numbers, and the whole column is four years and a day before the file's year.",
        importance: "The dates are still read with the epoch of 1900.",
        remedy: "Format the column as dd/mm/yyyy and export it again."
      )
    ),
    FindingEntry(
      "date-after-receipt",
      .warning,
      vi: Explanation(
        title: "Ngày sau khi nhận tệp",
        meaning: "Ngày muộn hơn ngày nhận tệp ghi trong sổ nhận.",
        importance: "Việc chưa xảy ra khi báo cáo; có thể gõ nhầm.",
        remedy: "Xem lại ngày."
      ),
      en: Explanation(
        title: "Date after the file came",
        meaning: "The date is later than the day on which the file was received.",
        importance: "It had not happened when it was reported, and may be a slip.",
        remedy: "See to the date."
      )
    ),
  ]
}
