import Diagnostics

extension FindingEntry {
  /// Rows that cannot be used, or not wholly.
  static let ofRows: [FindingEntry] = [
    FindingEntry(
      "loose-quote",
      .warning,
      vi: Explanation(
        title: "Dấu nháy kép không bao trọn ô",
        meaning: "Dấu nháy kép đứng giữa ô, hoặc còn chữ sau dấu nháy kép đóng.",
        importance: "Dòng chỉ hiểu được một cách nên vẫn được dùng; các dấu nháy được đọc như chữ.",
        remedy: "Xem lại hàng; mở bằng Excel rồi lưu lại thành CSV UTF-8 thì hết."
      ),
      en: Explanation(
        title: "Quotes that do not enclose a cell",
        meaning: "A quote stands inside a cell, or text stands after a closing quote.",
        importance: "The line can mean one thing only and is used; the quotes are read as text.",
        remedy: "See to the row; opened in Excel and saved as CSV UTF-8 it is in order."
      )
    ),
    FindingEntry(
      "stray-quote",
      .error,
      vi: Explanation(
        title: "Dấu nháy kép ở giữa ô",
        meaning: "Ô không bắt đầu bằng dấu nháy kép nhưng có dấu nháy kép bên trong.",
        importance: "Không biết ô kết thúc ở đâu; cả hàng không được dùng.",
        remedy: "Bỏ dấu nháy kép, hoặc mở bằng Excel rồi lưu lại thành CSV UTF-8."
      ),
      en: Explanation(
        title: "Quote inside a cell",
        meaning: "The cell does not begin with a quote and has one inside.",
        importance: "Nobody can tell where the cell ends; the row is not used.",
        remedy: "Take the quote out, or open the file in Excel and save it as CSV UTF-8."
      )
    ),
    FindingEntry(
      "text-after-quote",
      .error,
      vi: Explanation(
        title: "Chữ sau dấu nháy kép đóng",
        meaning: "Sau dấu nháy kép đóng còn chữ trước dấu phân cách.",
        importance: "Không biết ô kết thúc ở đâu; cả hàng không được dùng.",
        remedy: "Bỏ chữ thừa, hoặc mở bằng Excel rồi lưu lại thành CSV UTF-8."
      ),
      en: Explanation(
        title: "Text after a closing quote",
        meaning: "Text stands between a closing quote and the next delimiter.",
        importance: "Nobody can tell where the cell ends; the row is not used.",
        remedy: "Take the text out, or open the file in Excel and save it as CSV UTF-8."
      )
    ),
    FindingEntry(
      "unterminated-quote",
      .error,
      vi: Explanation(
        title: "Dấu nháy kép không đóng",
        meaning: "Dấu nháy kép mở ở dòng này không có dấu đóng.",
        importance: "Dòng ấy không được dùng; các dòng sau vẫn được đọc.",
        remedy: "Tìm dòng được nêu, thêm hoặc bỏ dấu nháy kép."
      ),
      en: Explanation(
        title: "Quote never closed",
        meaning: "The quote that opens on this line is never closed.",
        importance: "That line is not used; the lines below it are read.",
        remedy: "Go to the line and close the quote, or take it out."
      )
    ),
    FindingEntry(
      "record-too-long",
      .error,
      vi: Explanation(
        title: "Hàng dài quá mức",
        meaning: "Một hàng dài hơn mọi hàng có thật, thường do dấu nháy kép không đóng.",
        importance: "Hàng không được dùng.",
        remedy: "Tìm dòng được nêu, xem lại dấu nháy kép."
      ),
      en: Explanation(
        title: "Row beyond the limit",
        meaning: "A row is longer than any real one, mostly because of a quote never closed.",
        importance: "The row is not used.",
        remedy: "Go to the line and see to its quotes."
      )
    ),
    FindingEntry(
      "extra-cells",
      .error,
      vi: Explanation(
        title: "Hàng thừa ô",
        meaning: "Hàng có nhiều ô hơn hàng tiêu đề, thường do dấu phân cách nằm trong ô.",
        importance: "Các ô sau chỗ ấy lệch cột; cả hàng không được dùng.",
        remedy: "Đặt ô có dấu phân cách trong dấu nháy kép, hoặc lưu lại bằng Excel."
      ),
      en: Explanation(
        title: "Row with too many cells",
        meaning: "The row has more cells than the header, mostly as a cell holds a delimiter.",
        importance: "The cells after it are in wrong columns; the row is not used.",
        remedy: "Put quotes around the cell, or save the file again from Excel."
      )
    ),
    FindingEntry(
      "missing-value",
      .warning,
      vi: Explanation(
        title: "Ô bỏ trống",
        meaning: "Ô phải có số liệu nhưng để trống.",
        importance: "Được coi là chưa báo cáo, không phải bằng 0; chỉ tiêu không tính trọn được.",
        remedy: "Điền số; không phát sinh thì ghi 0 hoặc “không phát sinh”."
      ),
      en: Explanation(
        title: "Empty cell",
        meaning: "The cell must be filled in and is empty.",
        importance: "It counts as not reported, not as 0; indicators cannot be whole.",
        remedy: "Fill it in; where there was no case write 0 or “không phát sinh”."
      )
    ),
    FindingEntry(
      "missing-key",
      .error,
      vi: Explanation(
        title: "Thiếu mã của hàng",
        meaning: "Ô mã dùng để phân biệt các hàng bị trống.",
        importance: "Không biết hàng nói về cái gì; cả hàng không được dùng.",
        remedy: "Điền mã như trong sổ."
      ),
      en: Explanation(
        title: "Row without its key",
        meaning: "The cell that tells rows apart is empty.",
        importance: "Nobody can tell what the row is about; it is not used.",
        remedy: "Fill in the key as the register has it."
      )
    ),
    FindingEntry(
      "wrong-year",
      .error,
      vi: Explanation(
        title: "Hàng của năm khác",
        meaning: "Năm ghi trong hàng khác năm của tệp.",
        importance: "Cả hàng không được dùng, để số của hai năm không lẫn vào nhau.",
        remedy: "Sửa năm nếu ghi nhầm, hoặc chuyển hàng sang tệp của năm ấy."
      ),
      en: Explanation(
        title: "Row of another year",
        meaning: "The year in the row is not the year of the file.",
        importance: "The row is not used, so that two years do not mix.",
        remedy: "Correct the year, or move the row to the file of its year."
      )
    ),
    FindingEntry(
      "unknown-reference",
      .warning,
      vi: Explanation(
        title: "Mã tham chiếu không có trong sổ",
        meaning: "Hàng nêu một mã mà sổ cùng năm không có, hoặc sổ ấy chưa được gửi.",
        importance: "Không biết hàng thuộc đơn vị nào, nên có thể không được tính.",
        remedy: "Sửa mã cho đúng sổ, hoặc bổ sung mã ấy vào sổ."
      ),
      en: Explanation(
        title: "Reference that stands in no register",
        meaning:
          "The row names a key that the year's register lacks, or the register was not sent.",
        importance: "Nobody can tell to which unit the row belongs, so that it may not count.",
        remedy: "Correct the key, or add it to the register."
      )
    ),
    FindingEntry(
      "row-without-unit",
      .warning,
      vi: Explanation(
        title: "Hàng không rõ đơn vị",
        meaning: "Mã tham chiếu của hàng không dẫn đến đơn vị nào.",
        importance:
          "Hàng không được tính cho đơn vị nào; tổng chung có thể lớn hơn tổng các đơn vị.",
        remedy: "Sửa mã tham chiếu, hoặc bổ sung mã ấy vào sổ."
      ),
      en: Explanation(
        title: "Row without a unit",
        meaning: "The row's reference leads to no unit.",
        importance: "It counts for no unit; the whole may exceed the sum of the units.",
        remedy: "Correct the reference, or add the key to the register."
      )
    ),
  ]
}
