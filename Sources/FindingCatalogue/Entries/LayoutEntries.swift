import Diagnostics

extension FindingEntry {
  /// Rows that stand wrong in their table, totals, and parts of a year.
  static let ofTableRows: [FindingEntry] = [
    FindingEntry(
      "shifted-row",
      .error,
      vi: Explanation(
        title: "Hàng bị lệch cột",
        meaning:
          "Các ô của hàng, từ đầu hàng hoặc từ một ô ở giữa, nằm lệch một cột so với tiêu đề.",
        importance: "Đọc như vậy thì số của cột này thành số của cột kia; cả hàng không được dùng.",
        remedy: "Chuyển các ô của hàng về đúng cột theo hướng nêu trong thông báo."
      ),
      en: Explanation(
        title: "Row out of its columns",
        meaning: "The cells of the row, all or from one in the middle on, stand one column beside "
          + "their headers.",
        importance: "Read so, one column's figure would be another's; the row is not used.",
        remedy: "Move the row's cells back as the message says."
      )
    ),
    FindingEntry(
      "row-below-signature",
      .error,
      vi: Explanation(
        title: "Hàng dưới phần chữ ký",
        meaning: "Dưới phần chữ ký có hàng mang số hay mã nhưng không đủ như một hàng số liệu.",
        importance: "Không biết đó là số liệu hay ghi chú; hàng không được dùng.",
        remedy: "Đưa hàng vào trong bảng và điền đủ, hoặc xóa đi."
      ),
      en: Explanation(
        title: "Row below the signatures",
        meaning: "Below the signatures stands a row with a figure or code that is no whole row.",
        importance: "Nobody can tell whether it is data or a remark; the row is not used.",
        remedy: "Put the row into the table and fill it in, or take it out."
      )
    ),
    FindingEntry(
      "second-table",
      .error,
      vi: Explanation(
        title: "Bảng thứ hai cùng biểu mẫu",
        meaning: "Trong tệp có hai bảng của cùng biểu mẫu, thứ tự cột khác nhau.",
        importance: "Chỉ bảng đầu được đọc; hàng của bảng sau không được dùng.",
        remedy: "Gộp hai bảng làm một, hoặc gửi thành hai tệp."
      ),
      en: Explanation(
        title: "Second table of a form",
        meaning: "The file has two tables of one form with different columns.",
        importance: "The first is read; rows of the other are not used.",
        remedy: "Make one table of the two, or send two files."
      )
    ),
    FindingEntry(
      "total-differs",
      .warning,
      vi: Explanation(
        title: "Hàng tổng không khớp",
        meaning: "Số ở hàng tổng khác với số cộng các hàng của bảng.",
        importance: "Hàng tổng không được tính là số liệu; có hàng bị sót, bị sửa hoặc cộng sai.",
        remedy: "Cộng lại; sửa hàng tổng hoặc hàng bị sai rồi gửi lại."
      ),
      en: Explanation(
        title: "Total that does not add up",
        meaning: "The row of totals has another figure than its rows together.",
        importance: "Totals are never counted; a row may be lacking or wrong.",
        remedy: "Add the rows up again and correct the total or the row."
      )
    ),
    FindingEntry(
      "parts-differ",
      .warning,
      vi: Explanation(
        title: "Số cả năm khác tổng các kỳ",
        meaning: "Cột cả năm và các cột từng kỳ cộng lại không bằng nhau.",
        importance: "Số cả năm được dùng; một trong hai bên sai.",
        remedy: "Sửa số cả năm hoặc số của kỳ bị sai rồi gửi lại."
      ),
      en: Explanation(
        title: "Year other than its parts",
        meaning: "The year's own column and the columns of its parts do not agree.",
        importance: "The year's figure is used; one of them is wrong.",
        remedy: "Correct the year's figure or that of the part, and send again."
      )
    ),
    FindingEntry(
      "missing-part",
      .error,
      .warning,
      vi: Explanation(
        title: "Thiếu số của một kỳ",
        meaning: "Số báo cáo theo kỳ nhưng thiếu ít nhất một kỳ trong năm.",
        importance: "Thiếu không phải là 0, nên số cả năm coi như chưa báo cáo.",
        remedy: "Điền kỳ còn thiếu; không phát sinh thì ghi 0."
      ),
      en: Explanation(
        title: "Part of the year lacking",
        meaning: "The figure is reported in parts and one of them at least is lacking.",
        importance: "Missing is not nought, so that the year counts as not reported.",
        remedy: "Fill in the part; write 0 where there was no case."
      )
    ),
  ]

  /// Headers that do not say which column is meant.
  static let ofHeaderPlaces: [FindingEntry] = [
    FindingEntry(
      "shifted-header",
      .error,
      vi: Explanation(
        title: "Tiêu đề lệch so với các hàng",
        meaning:
          "Mọi hàng đều nằm lệch một cột so với tiêu đề, thường do một cột không có tiêu đề.",
        importance: "Không tự chuyển cột vì có thể sai; tệp không được dùng.",
        remedy: "Đặt mỗi tiêu đề đúng trên cột của nó rồi gửi lại."
      ),
      en: Explanation(
        title: "Header beside its columns",
        meaning: "All rows stand one column beside the header, often for a column without one.",
        importance: "Nothing is moved by guess; the file is not used.",
        remedy: "Put each header above its column and send the file again."
      )
    ),
    FindingEntry(
      "ambiguous-column",
      .error,
      vi: Explanation(
        title: "Nhiều cột cùng tên ở các nhóm khác nhau",
        meaning: "Hàng tiêu đề có nhiều nhóm, mỗi nhóm có một cột cùng tên.",
        importance: "Không biết cột nào là số của năm; các cột ấy không được dùng.",
        remedy: "Chỉ để lại cột của năm báo cáo, hoặc ghi tên nhóm vào tiêu đề."
      ),
      en: Explanation(
        title: "One name under several groups",
        meaning: "The header has several groups, each with a column of the same name.",
        importance: "Nobody can tell which is the year's; none of them is used.",
        remedy: "Keep the column of the year, or write the group into the header."
      )
    ),
  ]

  /// Parts of a year in a plan's forms.
  static let ofPlanParts: [FindingEntry] = [
    FindingEntry(
      "too-few-parts",
      .error,
      vi: Explanation(
        title: "Bộ phần của năm chưa đủ",
        meaning: "Một bộ 'parts' của biểu mẫu có ít hơn hai phần.",
        importance: "Một phần thì không cộng thành cả năm; kế hoạch có lỗi thì không chạy được.",
        remedy: "Liệt kê mọi phần của năm trong 'of'."
      ),
      en: Explanation(
        title: "Too few parts of a year",
        meaning: "A set in 'parts' of a form has fewer than two parts.",
        importance: "One part makes no year; a plan with an error is not evaluated.",
        remedy: "List all parts of the year in 'of'."
      )
    ),
    FindingEntry(
      "unknown-parts",
      .error,
      vi: Explanation(
        title: "Không có bộ phần ấy",
        meaning: "Trường nêu tên một bộ 'parts' mà biểu mẫu không có.",
        importance: "Kế hoạch có lỗi thì không chạy đánh giá được.",
        remedy: "Dùng tên một bộ của biểu mẫu."
      ),
      en: Explanation(
        title: "Unknown set of parts",
        meaning: "A field names a set of 'parts' that its form does not have.",
        importance: "A plan with an error is not evaluated.",
        remedy: "Use the name of one of the form's sets."
      )
    ),
    FindingEntry(
      "parts-of-no-number",
      .error,
      vi: Explanation(
        title: "Trường không phải số mà có phần",
        meaning: "Chỉ trường kiểu số mới báo cáo theo phần của năm.",
        importance: "Các phần được cộng lại, chữ và ngày không cộng được.",
        remedy: "Bỏ 'parts' hoặc đổi kiểu của trường."
      ),
      en: Explanation(
        title: "Parts of a field that is no number",
        meaning: "Only fields of numbers can be reported in parts of a year.",
        importance: "Parts are summed, as texts and dates cannot be.",
        remedy: "Take out 'parts', or change the field's type."
      )
    ),
    FindingEntry(
      "rule-of-other-type",
      .error,
      vi: Explanation(
        title: "Cách gộp các phần của năm không hợp kiểu trường",
        meaning:
          "'overYear' nêu cách gộp mà kiểu của trường không có, như cộng các câu trả lời có, không.",
        importance: "Kế hoạch có lỗi thì không chạy đánh giá được.",
        remedy: "Số: 'sum', 'last' hoặc 'max'; có/không: 'any', 'all' hoặc 'last'; chữ: 'last'."
      ),
      en: Explanation(
        title: "Rule over the year that the type lacks",
        meaning: "'overYear' names a way to combine parts of a year that the type lacks, such as a "
          + "sum of answers of yes and no.",
        importance: "A plan with an error is not evaluated.",
        remedy: "Numbers: 'sum', 'last' or 'max'; yes or no: 'any', 'all' or 'last'; texts: 'last'."
      )
    ),
  ]
}
