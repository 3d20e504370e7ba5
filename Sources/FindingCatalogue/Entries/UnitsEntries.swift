import Diagnostics

extension FindingEntry {
  /// Names and codes of units.
  static let ofUnits: [FindingEntry] = [
    FindingEntry(
      "missing-unit",
      .error,
      vi: Explanation(
        title: "Thiếu tên đơn vị",
        meaning: "Ô đơn vị bị trống.",
        importance: "Không biết hàng của đơn vị nào; cả hàng không được dùng.",
        remedy: "Điền tên đủ hoặc mã của đơn vị."
      ),
      en: Explanation(
        title: "Row without a unit's name",
        meaning: "The cell of the unit is empty.",
        importance: "Nobody can tell whose row it is; it is not used.",
        remedy: "Fill in the unit's whole name or its code."
      )
    ),
    FindingEntry(
      "unknown-unit",
      .error,
      vi: Explanation(
        title: "Không có đơn vị này",
        meaning: "Tên hoặc mã không phải của đơn vị nào trong năm ấy.",
        importance: "Không đoán tên gần giống; cả hàng không được dùng.",
        remedy: "Ghi tên đủ như danh sách đơn vị, hoặc mã; xem tên được gợi ý."
      ),
      en: Explanation(
        title: "No such unit",
        meaning: "The name or code belongs to no unit of that year.",
        importance: "Names that are merely alike are never guessed; the row is not used.",
        remedy:
          "Write the whole name as the list of units has it, or the code; see the names offered."
      )
    ),
    FindingEntry(
      "ambiguous-unit",
      .error,
      vi: Explanation(
        title: "Tên đơn vị chưa rõ",
        meaning: "Tên không kèm “xã” hay “thị trấn” và có ở hơn một đơn vị.",
        importance: "Không biết là đơn vị nào; cả hàng không được dùng.",
        remedy: "Ghi đủ, như “Xã …” hoặc “Thị trấn …”, hoặc ghi mã."
      ),
      en: Explanation(
        title: "Name of more than one unit",
        meaning: "The name lacks its prefix, and more than one unit has it.",
        importance: "Nobody can tell which is meant; the row is not used.",
        remedy: "Write the whole name with its prefix, or the code."
      )
    ),
    FindingEntry(
      "unit-not-sender",
      .error,
      vi: Explanation(
        title: "Hàng của đơn vị khác",
        meaning: "Hàng ghi tên đơn vị khác với đơn vị gửi.",
        importance: "Biểu này chỉ nói về đơn vị gửi; cả hàng không được dùng.",
        remedy: "Sửa tên nếu ghi nhầm, hoặc xóa hàng của đơn vị khác."
      ),
      en: Explanation(
        title: "Row of another unit",
        meaning: "The row names a unit other than the one that sends it.",
        importance: "The form is about the sending unit only; the row is not used.",
        remedy: "Correct the name, or delete the row of the other unit."
      )
    ),
    FindingEntry(
      "file-of-other-unit",
      .error,
      vi: Explanation(
        title: "Tệp của đơn vị khác",
        meaning: "Mọi hàng trong tệp ghi tên một đơn vị khác với đơn vị gửi.",
        importance: "Cả tệp không được dùng.",
        remedy: "Chuyển tệp vào thư mục của đơn vị được nêu, hoặc sửa tên đơn vị."
      ),
      en: Explanation(
        title: "File of another unit",
        meaning: "All rows name one unit that is not the sender.",
        importance: "No row is used.",
        remedy: "Put the file into the folder of that unit, or correct the unit's name."
      )
    ),
  ]
}
