import Diagnostics

extension FindingEntry {
  /// Cells of numbers.
  static let ofNumbers: [FindingEntry] = [
    FindingEntry(
      "not-a-number",
      .error,
      vi: Explanation(
        title: "Không phải là số",
        meaning: "Ô phải là số nhưng có chữ hoặc ký hiệu không đọc thành số được.",
        importance: "Ô không được dùng, coi như không đọc được.",
        remedy: "Chỉ ghi số, như 12 hoặc 1.250,5; lời ghi kèm chuyển sang cột ghi chú."
      ),
      en: Explanation(
        title: "Not a number",
        meaning: "The cell must be a number and holds something that cannot be read as one.",
        importance: "The cell is not used; it counts as illegible.",
        remedy:
          "Write the number alone, such as 12 or 1.250,5; remarks go into the column of notes."
      )
    ),
    FindingEntry(
      "not-whole",
      .error,
      vi: Explanation(
        title: "Không phải số nguyên",
        meaning: "Cột đếm số lượng nhưng ô có phần thập phân.",
        importance: "Số người, số cuộc không thể lẻ; có thể dấu chấm, dấu phẩy bị hiểu khác ý.",
        remedy: "Ghi số nguyên; nghìn cách nhau bằng dấu chấm, như 1.250."
      ),
      en: Explanation(
        title: "Not a whole number",
        meaning: "The column counts things, and the cell has decimals.",
        importance: "Things counted are whole; a point or comma may mean something else.",
        remedy: "Write a whole number; points stand between thousands, as in 1.250."
      )
    ),
    FindingEntry(
      "out-of-range",
      .error,
      vi: Explanation(
        title: "Số quá dài",
        meaning: "Số có nhiều chữ số hơn mức một số liệu có thể có.",
        importance: "Ô không được dùng.",
        remedy: "Xem có thừa chữ số, hay hai số dính vào nhau."
      ),
      en: Explanation(
        title: "Number too long",
        meaning: "The number has more digits than any figure could have.",
        importance: "The cell is not used.",
        remedy: "See whether digits are too many, or two numbers run together."
      )
    ),
    FindingEntry(
      "below-minimum",
      .error,
      vi: Explanation(
        title: "Số nhỏ hơn mức có thể",
        meaning: "Số nhỏ hơn mức nhỏ nhất của cột, như số âm trong cột đếm.",
        importance: "Ô không được dùng.",
        remedy: "Sửa số; nếu là số giảm thì ghi ở cột dành cho số giảm."
      ),
      en: Explanation(
        title: "Number below the minimum",
        meaning:
          "The number is less than the least that the column can hold, such as a negative count.",
        importance: "The cell is not used.",
        remedy: "Correct the number."
      )
    ),
    FindingEntry(
      "above-maximum",
      .error,
      vi: Explanation(
        title: "Số lớn hơn mức có thể",
        meaning: "Số lớn hơn mức lớn nhất của cột, như tỷ lệ trên 100.",
        importance: "Ô không được dùng.",
        remedy: "Sửa số; xem lại đơn vị tính và dấu thập phân."
      ),
      en: Explanation(
        title: "Number above the maximum",
        meaning: "The number is more than the column can hold, such as a percentage above 100.",
        importance: "The cell is not used.",
        remedy: "Correct the number; see to its scale and decimal mark."
      )
    ),
    FindingEntry(
      "unexpected-percent",
      .error,
      vi: Explanation(
        title: "Dấu % ở cột không phải tỷ lệ",
        meaning: "Ô có dấu % nhưng cột không phải tỷ lệ phần trăm.",
        importance: "Không biết là số lượng hay tỷ lệ, nên ô không được dùng.",
        remedy: "Ghi số lượng, không ghi tỷ lệ."
      ),
      en: Explanation(
        title: "Percent sign where none belongs",
        meaning: "The cell has a percent sign in a column that is no percentage.",
        importance: "It may be a count or a share, so it is not used.",
        remedy: "Write the count, not the share."
      )
    ),
    FindingEntry(
      "percent-sign",
      .warning,
      vi: Explanation(
        title: "Thừa dấu %",
        meaning: "Ô có dấu % ở cột điểm số.",
        importance: "Số được dùng như không có dấu ấy.",
        remedy: "Bỏ dấu %; nếu thật là tỷ lệ thì ghi lại cho đúng cột."
      ),
      en: Explanation(
        title: "Surplus percent sign",
        meaning: "The cell has a percent sign in a column of scores.",
        importance: "The number is used as though there were no sign.",
        remedy: "Take the sign out."
      )
    ),
    FindingEntry(
      "two-scales",
      .error,
      vi: Explanation(
        title: "Hai đơn vị tính khác nhau",
        meaning: "Đơn vị tính trong ô khác với tiêu đề cột, như “tỷ” dưới “triệu đồng”.",
        importance: "Không biết số nào đúng; ô không được dùng.",
        remedy: "Ghi số theo đơn vị tính của tiêu đề, không ghi đơn vị trong ô."
      ),
      en: Explanation(
        title: "Two different scales",
        meaning: "The scale in the cell differs from that of the header, such as “tỷ” under “triệu "
          + "đồng”.",
        importance: "Nobody can tell which one is meant; the cell is not used.",
        remedy: "Write the number in the scale of the header, and no scale in the cell."
      )
    ),
    FindingEntry(
      "scientific-number",
      .warning,
      vi: Explanation(
        title: "Số dạng 1,25E+06",
        meaning: "Bảng tính đã đổi số dài sang dạng lũy thừa và làm tròn.",
        importance: "Các chữ số cuối có thể đã mất.",
        remedy: "Đặt định dạng ô là Số (Number), không thập phân, rồi lưu lại."
      ),
      en: Explanation(
        title: "Number such as 1.25E+06",
        meaning: "The spreadsheet wrote a long number with an exponent and rounded it.",
        importance: "The last digits may be lost.",
        remedy: "Format the cells as numbers without decimals and save again."
      )
    ),
    FindingEntry(
      "ambiguous-number",
      .error,
      .warning,
      vi: Explanation(
        title: "Số hiểu được hai cách",
        meaning: "Dấu chấm hay dấu phẩy có thể là dấu thập phân hoặc dấu hàng nghìn.",
        importance:
          "Số được hiểu theo cách viết của tiếng Việt, có thể sai nghìn lần; nếu tệp viết cả hai cách thì ô không được dùng.",
        remedy:
          "Ghi dấu phẩy cho thập phân, dấu chấm cho hàng nghìn, hoặc không ghi dấu hàng nghìn."
      ),
      en: Explanation(
        title: "Number with two readings",
        meaning: "A point or comma may be a decimal mark or a mark of thousands.",
        importance:
          "It is read the Vietnamese way, and may be wrong a thousandfold; where the file writes both ways the cell is not used.",
        remedy:
          "Write a comma before decimals and points between thousands, or no marks of thousands."
      )
    ),
    FindingEntry(
      "excel-error",
      .error,
      vi: Explanation(
        title: "Lỗi của bảng tính",
        meaning: "Ô chứa lỗi như #REF!, #DIV/0! hay ####.",
        importance: "Số thật đã mất; ô không được dùng.",
        remedy: "Mở tệp gốc, sửa công thức hoặc nới rộng cột rồi lưu lại."
      ),
      en: Explanation(
        title: "Error of the spreadsheet",
        meaning: "The cell holds an error such as #REF!, #DIV/0! or ####.",
        importance: "The number itself is lost; the cell is not used.",
        remedy: "Open the original, mend the formula or widen the column, and save again."
      )
    ),
  ]
}
