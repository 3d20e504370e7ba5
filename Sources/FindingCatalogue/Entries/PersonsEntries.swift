import Diagnostics

extension FindingEntry {
  /// What must not be sent at all.
  static let ofPersons: [FindingEntry] = [
    FindingEntry(
      "personal-data",
      .error,
      vi: Explanation(
        title: "Có dữ liệu cá nhân",
        meaning:
          "Một cột có họ tên, số định danh, ngày sinh, điện thoại, địa chỉ hay tài khoản của cá "
          + "nhân.",
        importance:
          "Hệ thống chỉ nhận số lượng; cả tệp không được nhận và nội dung không lưu ở đâu.",
        remedy: "Xóa hẳn cột được nêu (không chỉ ẩn cột), lưu lại rồi gửi."
      ),
      en: Explanation(
        title: "Data of persons",
        meaning: "A column holds names, identity numbers, birth dates, telephones, addresses or "
          + "accounts of persons.",
        importance:
          "Only counts are taken; the whole file is not taken, and nothing of it is kept.",
        remedy: "Delete the column that is named (hiding it is not enough), save and send again."
      )
    ),
    FindingEntry(
      "masked-number",
      .warning,
      vi: Explanation(
        title: "Số của cá nhân trong ghi chú",
        meaning: "Trong chữ có số định danh hay số điện thoại của cá nhân.",
        importance: "Số ấy đã được che và không lưu ở đâu.",
        remedy: "Xóa số ấy khỏi tệp gốc rồi gửi lại."
      ),
      en: Explanation(
        title: "Number of a person in a text",
        meaning: "A text holds the identity or telephone number of a person.",
        importance: "It was masked and is kept nowhere.",
        remedy: "Delete it from the file and send the file again."
      )
    ),
    FindingEntry(
      "masked-name",
      .warning,
      vi: Explanation(
        title: "Họ tên trong ghi chú",
        meaning: "Trong chữ có họ tên của cá nhân.",
        importance: "Họ tên đã được che và không lưu ở đâu.",
        remedy: "Xóa họ tên khỏi tệp gốc rồi gửi lại."
      ),
      en: Explanation(
        title: "Name of a person in a text",
        meaning: "A text names a person.",
        importance: "The name was masked and is kept nowhere.",
        remedy: "Delete it from the file and send the file again."
      )
    ),
    FindingEntry(
      "personal-file-name",
      .warning,
      vi: Explanation(
        title: "Tên tệp có dữ liệu cá nhân",
        meaning: "Tên tệp có họ tên hay số của cá nhân.",
        importance: "Tên được che trong mọi bảng và báo cáo; tệp vẫn được đọc.",
        remedy: "Đặt tên tệp theo biểu, đơn vị và năm."
      ),
      en: Explanation(
        title: "File named after a person",
        meaning: "The name of the file has a name or a number of a person in it.",
        importance: "It is masked in all tables and reports; the file is read.",
        remedy: "Name the file by form, unit and year."
      )
    ),
  ]
}
