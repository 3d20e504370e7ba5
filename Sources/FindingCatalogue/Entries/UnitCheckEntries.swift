import Diagnostics

extension FindingEntry {
  /// Units that do not go with their code, their year or their place.
  static let ofUnitChecks: [FindingEntry] = [
    FindingEntry(
      "unit-conflict",
      .error,
      vi: Explanation(
        title: "Mã và tên không cùng đơn vị",
        meaning: "Trong hàng có mã của đơn vị này và tên của đơn vị khác.",
        importance: "Không chọn thay; cả hàng không được dùng.",
        remedy: "Sửa mã hoặc tên cho khớp."
      ),
      en: Explanation(
        title: "Code and name of two units",
        meaning: "The row has the code of one unit and the name of another.",
        importance: "Neither is chosen; the row is not used.",
        remedy: "Correct the code or the name."
      )
    ),
    FindingEntry(
      "unit-of-other-time",
      .error,
      vi: Explanation(
        title: "Đơn vị của năm khác",
        meaning: "Đơn vị có trong danh mục nhưng chưa thành lập hoặc đã sắp xếp lại trước năm ấy.",
        importance: "Địa bàn trước và sau khác nhau; cả hàng không được dùng.",
        remedy: "Ghi đơn vị có vào đầu năm báo cáo."
      ),
      en: Explanation(
        title: "Unit of another time",
        meaning: "The unit exists in the list, but not at the beginning of that year.",
        importance: "The boundaries of two times differ; the row is not used.",
        remedy: "Name a unit that existed when the year began."
      )
    ),
    FindingEntry(
      "unit-of-other-level",
      .error,
      vi: Explanation(
        title: "Đơn vị khác cấp",
        meaning: "Hàng ghi tỉnh, huyện ở chỗ của đơn vị cấp dưới.",
        importance: "Có thể là hàng cộng; cả hàng không được dùng.",
        remedy: "Ghi đơn vị cấp dưới; bỏ hàng cộng hoặc ghi rõ “Tổng cộng”."
      ),
      en: Explanation(
        title: "Unit of another level",
        meaning: "The row names a province or district where a commune is expected.",
        importance: "It may be a total; the row is not used.",
        remedy: "Name the commune; leave totals out, or call them “Tổng cộng”."
      )
    ),
    FindingEntry(
      "unit-elsewhere",
      .error,
      vi: Explanation(
        title: "Đơn vị nơi khác",
        meaning: "Đơn vị có thật nhưng thuộc huyện khác.",
        importance: "Kế hoạch không đánh giá nơi ấy; cả hàng không được dùng.",
        remedy: "Sửa tên hoặc mã nếu ghi nhầm."
      ),
      en: Explanation(
        title: "Unit of another place",
        meaning: "The unit exists, and belongs to another district.",
        importance: "The plan does not evaluate it; the row is not used.",
        remedy: "Correct the name or the code."
      )
    ),
    FindingEntry(
      "unit-by-file",
      .note,
      vi: Explanation(
        title: "Tên đơn vị hiểu theo tệp",
        meaning: "Tên chung của hai đơn vị; hàng khác trong tệp đã ghi đủ tên đơn vị kia.",
        importance: "Hàng được tính cho đơn vị còn lại.",
        remedy: "Ghi đủ “Xã …” hoặc “Thị trấn …”."
      ),
      en: Explanation(
        title: "Unit told by the file",
        meaning: "Two units share the name, and another row of the file names one of them in full.",
        importance: "The row counts for the other.",
        remedy: "Write the whole name with its prefix."
      )
    ),
  ]
}
