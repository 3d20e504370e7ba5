import Diagnostics

extension FindingEntry {
  /// Files of a plan folder, and how values are written in them.
  static let ofPlanFiles: [FindingEntry] = [
    FindingEntry(
      "no-such-file",
      .error,
      .warning,
      vi: Explanation(
        title: "Thiếu tệp của kế hoạch",
        meaning: "Thư mục kế hoạch thiếu một tệp.",
        importance:
          "Thiếu tệp đơn vị hành chính thì không chạy được; thiếu tệp khác thì đánh giá ít hơn "
          + "dự định.",
        remedy: "Thêm tệp; nếu cố ý để trống, giữ tệp với danh sách trống []."
      ),
      en: Explanation(
        title: "File that the plan lacks",
        meaning: "The plan folder lacks a file.",
        importance:
          "Without the file of org units nothing runs; without another, less is evaluated than "
          + "is meant.",
        remedy: "Add it; where nothing is meant, keep one with an empty list []."
      )
    ),
    FindingEntry(
      "not-utf8",
      .error,
      vi: Explanation(
        title: "Tệp kế hoạch không phải UTF-8",
        meaning: "Tệp văn bản của kế hoạch có byte không phải UTF-8.",
        importance: "Kế hoạch có lỗi thì không chạy đánh giá được.",
        remedy: "Lưu lại tệp bằng UTF-8."
      ),
      en: Explanation(
        title: "Plan file that is not UTF-8",
        meaning: "A text file of the plan has bytes that are not UTF-8.",
        importance: "A plan with an error is not evaluated.",
        remedy: "Save it as UTF-8."
      )
    ),
    FindingEntry(
      "malformed-json",
      .error,
      vi: Explanation(
        title: "JSON5 sai quy cách",
        meaning: "Từ chỗ được nêu, tệp không còn là JSON5 đúng quy cách.",
        importance: "Kế hoạch có lỗi thì không chạy đánh giá được.",
        remedy: "Xem dấu phẩy, ngoặc và dấu nháy quanh chỗ ấy."
      ),
      en: Explanation(
        title: "Malformed JSON5",
        meaning: "From the place named on, the file is no well-formed JSON5.",
        importance: "A plan with an error is not evaluated.",
        remedy: "See to commas, brackets and quotes around the place."
      )
    ),
    FindingEntry(
      "duplicate-key",
      .error,
      vi: Explanation(
        title: "Khóa lặp lại",
        meaning: "Một đối tượng có một khóa hai lần.",
        importance: "Chương trình chỉ giữ một giá trị, không rõ giá trị nào.",
        remedy: "Bỏ một trong hai."
      ),
      en: Explanation(
        title: "Key that stands twice",
        meaning: "An object has a key twice.",
        importance: "Only one of the values is kept, and nobody can tell which.",
        remedy: "Take one of them out."
      )
    ),
    FindingEntry(
      "unknown-key",
      .error,
      vi: Explanation(
        title: "Khóa lạ",
        meaning: "Đối tượng có khóa mà định dạng thư mục kế hoạch không có.",
        importance: "Kế hoạch có lỗi thì không chạy đánh giá được.",
        remedy: "Sửa tên khóa theo Documentation/PlanFolder.md."
      ),
      en: Explanation(
        title: "Unknown key",
        meaning: "An object has a key that plan folders do not know.",
        importance: "A plan with an error is not evaluated.",
        remedy: "Write the key as Documentation/PlanFolder.md has it."
      )
    ),
    FindingEntry(
      "missing-key",
      .error,
      vi: Explanation(
        title: "Thiếu khóa",
        meaning: "Đối tượng thiếu một khóa bắt buộc.",
        importance: "Kế hoạch có lỗi thì không chạy đánh giá được.",
        remedy: "Thêm khóa được nêu."
      ),
      en: Explanation(
        title: "Missing key",
        meaning: "An object lacks a key that it must have.",
        importance: "A plan with an error is not evaluated.",
        remedy: "Add the key that is named."
      )
    ),
    FindingEntry(
      "wrong-type",
      .error,
      vi: Explanation(
        title: "Sai kiểu giá trị",
        meaning: "Giá trị không phải kiểu cần có: chuỗi, số, danh sách hay đối tượng.",
        importance: "Kế hoạch có lỗi thì không chạy đánh giá được.",
        remedy: "Viết giá trị theo kiểu được nêu."
      ),
      en: Explanation(
        title: "Value of a wrong type",
        meaning: "The value is not of the type that is needed: string, number, list or object.",
        importance: "A plan with an error is not evaluated.",
        remedy: "Write it as the type that is named."
      )
    ),
    FindingEntry(
      "unknown-value",
      .error,
      vi: Explanation(
        title: "Giá trị không có trong danh mục",
        meaning: "Giá trị không phải một trong các từ cho phép.",
        importance: "Kế hoạch có lỗi thì không chạy đánh giá được.",
        remedy: "Chọn một từ nêu trong thông báo."
      ),
      en: Explanation(
        title: "Value that is not listed",
        meaning: "The value is none of the words that are allowed.",
        importance: "A plan with an error is not evaluated.",
        remedy: "Choose one of those that the message names."
      )
    ),
    FindingEntry(
      "wrong-value",
      .error,
      vi: Explanation(
        title: "Giá trị ngoài giới hạn",
        meaning: "Con số nằm ngoài khoảng cho phép.",
        importance: "Kế hoạch có lỗi thì không chạy đánh giá được.",
        remedy: "Sửa theo khoảng nêu trong thông báo."
      ),
      en: Explanation(
        title: "Value out of bounds",
        meaning: "The number lies outside what is allowed.",
        importance: "A plan with an error is not evaluated.",
        remedy: "Correct it to what the message names."
      )
    ),
    FindingEntry(
      "malformed-expression",
      .error,
      vi: Explanation(
        title: "Biểu thức sai",
        meaning: "Không đọc được biểu thức từ ký tự được nêu.",
        importance: "Kế hoạch có lỗi thì không chạy đánh giá được.",
        remedy: "Sửa biểu thức; xem mục biểu thức trong Documentation/PlanFolder.md."
      ),
      en: Explanation(
        title: "Malformed expression",
        meaning: "The expression cannot be read from the character named on.",
        importance: "A plan with an error is not evaluated.",
        remedy: "Correct it; see expressions in Documentation/PlanFolder.md."
      )
    ),
    FindingEntry(
      "duplicate-id",
      .error,
      vi: Explanation(
        title: "Mã lặp lại",
        meaning: "Hai phần cùng loại mang một mã.",
        importance: "Kế hoạch có lỗi thì không chạy đánh giá được.",
        remedy: "Đổi một trong hai mã."
      ),
      en: Explanation(
        title: "Id that stands twice",
        meaning: "Two parts of one kind have the same id.",
        importance: "A plan with an error is not evaluated.",
        remedy: "Change one of them."
      )
    ),
    FindingEntry(
      "not-a-date",
      .error,
      vi: Explanation(
        title: "Không phải ngày",
        meaning: "Ngày không có dạng năm-tháng-ngày.",
        importance: "Kế hoạch có lỗi thì không chạy đánh giá được.",
        remedy: "Viết như 2021-01-15."
      ),
      en: Explanation(
        title: "Not a date",
        meaning: "The date is not written yyyy-mm-dd.",
        importance: "A plan with an error is not evaluated.",
        remedy: "Write it as 2021-01-15."
      )
    ),
    FindingEntry(
      "not-a-day",
      .error,
      vi: Explanation(
        title: "Không phải ngày trong năm",
        meaning: "Hạn nộp không có dạng tháng-ngày.",
        importance: "Kế hoạch có lỗi thì không chạy đánh giá được.",
        remedy: "Viết như 12-15."
      ),
      en: Explanation(
        title: "Not a day of the year",
        meaning: "The due day is not written month-day.",
        importance: "A plan with an error is not evaluated.",
        remedy: "Write it as 12-15."
      )
    ),
    FindingEntry(
      "malformed-csv",
      .error,
      vi: Explanation(
        title: "CSV sai quy cách",
        meaning: "Tệp đơn vị hành chính có dấu nháy kép sai.",
        importance: "Kế hoạch có lỗi thì không chạy đánh giá được.",
        remedy: "Sửa dòng được nêu."
      ),
      en: Explanation(
        title: "Malformed CSV",
        meaning: "The file of org units has broken quotes.",
        importance: "A plan with an error is not evaluated.",
        remedy: "Correct the line that is named."
      )
    ),
    FindingEntry(
      "wrong-header",
      .error,
      vi: Explanation(
        title: "Sai hàng tiêu đề",
        meaning: "Tệp đơn vị hành chính không có các cột cần có.",
        importance: "Kế hoạch có lỗi thì không chạy đánh giá được.",
        remedy: "Viết hàng tiêu đề như nêu trong thông báo."
      ),
      en: Explanation(
        title: "Wrong header",
        meaning: "The file of org units lacks columns that it must have.",
        importance: "A plan with an error is not evaluated.",
        remedy: "Write the header as the message has it."
      )
    ),
    FindingEntry(
      "wrong-name",
      .error,
      vi: Explanation(
        title: "Tên biểu khác tên tệp",
        meaning: "Tên trong biểu mẫu khác tên tệp của nó.",
        importance: "Kế hoạch có lỗi thì không chạy đánh giá được.",
        remedy: "Đặt hai tên giống nhau."
      ),
      en: Explanation(
        title: "Form named unlike its file",
        meaning: "The form's name is not that of its file.",
        importance: "A plan with an error is not evaluated.",
        remedy: "Make them the same."
      )
    ),
  ]
}
