import Diagnostics

extension FindingEntry {
  /// Files with one figure a row, and folders that are named by a unit.
  static let ofLongFiles: [FindingEntry] = [
    FindingEntry(
      "unknown-element",
      .error,
      vi: Explanation(
        title: "Không rõ chỉ tiêu",
        meaning:
          "Mã hoặc tên chỉ tiêu không có trong biểu mẫu nào của nơi gửi, hoặc chỉ nhiều chỉ tiêu.",
        importance: "Hàng ấy không được dùng.",
        remedy: "Ghi mã chỉ tiêu như trong hướng dẫn, dạng biểu.trường."
      ),
      en: Explanation(
        title: "Unknown data element",
        meaning: "The code or title names no figure of this sender's forms, or several.",
        importance: "The row is not used.",
        remedy: "Write the code as form.field, as the guide lists it."
      )
    ),
    FindingEntry(
      "wrong-period",
      .error,
      vi: Explanation(
        title: "Kỳ báo cáo sai",
        meaning: "Kỳ của số liệu không phải năm của thư mục, hoặc là quý, tháng.",
        importance: "Số của kỳ khác không thay cho số cả năm.",
        remedy: "Gửi số cả năm, kỳ ghi bốn chữ số của năm."
      ),
      en: Explanation(
        title: "Another period",
        meaning: "The figure's period is not the folder's year, or is a quarter or a month.",
        importance: "A figure of another period does not stand for the year.",
        remedy: "Send the year's figure, with the year in four digits as its period."
      )
    ),
    FindingEntry(
      "category-combination",
      .error,
      vi: Explanation(
        title: "Số liệu chia theo nhóm",
        meaning: "Hàng cho số của một nhóm, không phải số chung.",
        importance: "Cộng các nhóm có thể đếm trùng, nên hàng không được dùng.",
        remedy: "Xuất số liệu chung, không chia nhóm."
      ),
      en: Explanation(
        title: "Figure of a category",
        meaning: "The row gives the figure of one category, not the whole.",
        importance: "Categories may overlap, so that they are not summed.",
        remedy: "Export the figure without categories."
      )
    ),
    FindingEntry(
      "deleted-value",
      .note,
      vi: Explanation(
        title: "Số liệu đã xóa",
        meaning: "Hệ thống của nơi gửi đánh dấu số này là đã xóa.",
        importance: "Hàng được ghi nhận và không dùng.",
        remedy: "Không phải làm gì; nếu xóa nhầm thì nhập lại rồi xuất lại."
      ),
      en: Explanation(
        title: "Deleted figure",
        meaning: "The sender's system marks the figure as deleted.",
        importance: "The row is counted and not used.",
        remedy: "Nothing to do; enter it again if it was deleted by mistake."
      )
    ),
    FindingEntry(
      "unit-not-plan",
      .error,
      vi: Explanation(
        title: "Chỉ tiêu không chia theo đơn vị",
        meaning: "Hàng ghi một đơn vị cho chỉ tiêu chỉ có số chung.",
        importance: "Số của một đơn vị không phải số chung.",
        remedy: "Để trống đơn vị hoặc ghi đơn vị của kế hoạch."
      ),
      en: Explanation(
        title: "Figure that is not given by unit",
        meaning: "The row names a unit for a figure that only the plan's own unit has.",
        importance: "A unit's figure is not the whole.",
        remedy: "Leave the unit out, or name the plan's own."
      )
    ),
    FindingEntry(
      "corrected-figure",
      .note,
      vi: Explanation(
        title: "Số liệu được sửa",
        meaning: "Một số gửi sau khác số trong bảng gửi trước.",
        importance: "Số gửi sau được dùng, các ô khác của bảng giữ nguyên.",
        remedy: "Không phải làm gì nếu số sau là đúng."
      ),
      en: Explanation(
        title: "Corrected figure",
        meaning: "A figure sent later differs from the table sent before.",
        importance: "The later one is used; the table's other cells stay.",
        remedy: "Nothing to do if the later figure is right."
      )
    ),
    FindingEntry(
      "ambiguous-sender",
      .error,
      vi: Explanation(
        title: "Tên thư mục chỉ nhiều nơi gửi",
        meaning: "Tên thư mục là tên của nhiều đơn vị.",
        importance: "Không đoán nơi gửi, nên tệp không được đọc.",
        remedy: "Đặt tên thư mục là mã đơn vị hoặc tên đủ."
      ),
      en: Explanation(
        title: "Folder name of several senders",
        meaning: "Several units are called what the folder is called.",
        importance: "Nobody guesses who sent it, so the files are not read.",
        remedy: "Name the folder by the unit's code or its whole name."
      )
    ),
  ]
}
