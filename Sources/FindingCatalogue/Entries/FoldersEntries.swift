import Diagnostics

extension FindingEntry {
  /// The data folder and the table of receipts.
  static let ofFolders: [FindingEntry] = [
    FindingEntry(
      "misplaced-file",
      .warning,
      vi: Explanation(
        title: "Tệp để sai chỗ",
        meaning: "Tệp nằm ngoài thư mục <năm>/<nơi gửi>/.",
        importance: "Không biết tệp của ai, cho năm nào, nên tệp không được đọc.",
        remedy: "Chuyển tệp vào thư mục của năm và của nơi gửi."
      ),
      en: Explanation(
        title: "File in the wrong place",
        meaning: "The file lies outside the folders <year>/<sender>/.",
        importance: "Nobody can tell whose it is and for which year, so it is not read.",
        remedy: "Move it into the folder of its year and sender."
      )
    ),
    FindingEntry(
      "unknown-year",
      .warning,
      vi: Explanation(
        title: "Thư mục không phải năm của kế hoạch",
        meaning: "Tên thư mục không phải là một năm mà kế hoạch đánh giá.",
        importance: "Tệp bên trong không được đọc.",
        remedy: "Đổi tên thư mục thành năm của số liệu."
      ),
      en: Explanation(
        title: "Folder of no year of the plan",
        meaning: "The folder's name is no year that the plan evaluates.",
        importance: "Files in it are not read.",
        remedy: "Rename the folder to the year of the data."
      )
    ),
    FindingEntry(
      "later-year",
      .note,
      vi: Explanation(
        title: "Thư mục của năm sau năm đánh giá",
        meaning: "Có số liệu của năm sau năm đang đánh giá.",
        importance: "Số liệu ấy không được dùng lần này.",
        remedy: "Không phải sửa; muốn dùng thì đánh giá năm ấy."
      ),
      en: Explanation(
        title: "Folder of a later year",
        meaning: "There is data of a year after the one evaluated.",
        importance: "It is not used this time.",
        remedy: "Nothing to mend; evaluate that year to use it."
      )
    ),
    FindingEntry(
      "unknown-sender",
      .error,
      vi: Explanation(
        title: "Thư mục không phải của nơi gửi nào",
        meaning: "Tên thư mục không phải là mã một nơi gửi hay một đơn vị của năm ấy.",
        importance: "Tệp bên trong không được đọc, nơi gửi bị coi là chưa báo cáo.",
        remedy: "Đổi tên thư mục thành mã nơi gửi nêu trong thông báo."
      ),
      en: Explanation(
        title: "Folder of no sender",
        meaning: "The folder's name is the id of no sender and the code of no unit of that year.",
        importance: "Files in it are not read, and the sender counts as not having reported.",
        remedy: "Rename the folder to one of the ids that the message names."
      )
    ),
    FindingEntry(
      "after-as-of",
      .note,
      vi: Explanation(
        title: "Nhận sau ngày chốt số liệu",
        meaning: "Tệp đến sau ngày chốt của lần đánh giá này.",
        importance: "Tệp không được dùng, để kết quả đúng như ngày chốt.",
        remedy: "Không phải sửa; lần đánh giá sau sẽ dùng tệp này."
      ),
      en: Explanation(
        title: "Received after the cut-off day",
        meaning: "The file came after the day that this evaluation stands for.",
        importance: "It is not used, so that the result is that of the day.",
        remedy: "Nothing to mend; the next evaluation uses it."
      )
    ),
    FindingEntry(
      "unreadable-folder",
      .error,
      vi: Explanation(
        title: "Không đọc được thư mục",
        meaning: "Máy không cho mở thư mục này.",
        importance: "Mọi tệp bên trong bị bỏ qua.",
        remedy: "Xem lại quyền truy cập của thư mục."
      ),
      en: Explanation(
        title: "Folder that cannot be read",
        meaning: "The system does not let the folder be opened.",
        importance: "All files in it are left out.",
        remedy: "See to the folder's permissions."
      )
    ),
    FindingEntry(
      "malformed-receipt",
      .warning,
      vi: Explanation(
        title: "Ngày nhận ghi sai",
        meaning: "Ngày trong sổ nhận tệp không đọc được thành ngày.",
        importance: "Ngày của tệp được dùng thay, có thể sai khi xét đúng hạn.",
        remedy: "Ghi ngày nhận như 2024-12-05."
      ),
      en: Explanation(
        title: "Malformed day of receipt",
        meaning: "A day in the table of receipts cannot be read as a date.",
        importance: "The file's own date is taken, which may be wrong for “on time”.",
        remedy: "Write the day as 2024-12-05."
      )
    ),
    FindingEntry(
      "receipt-out-of-range",
      .warning,
      vi: Explanation(
        title: "Ngày nhận quá xa",
        meaning: "Ngày nhận cách các năm của kế hoạch hơn hai năm.",
        importance: "Ngày của tệp được dùng thay.",
        remedy: "Sửa năm của ngày nhận."
      ),
      en: Explanation(
        title: "Day of receipt far off",
        meaning: "The day is more than two years away from the plan's years.",
        importance: "The file's own date is taken.",
        remedy: "Correct the year of the day."
      )
    ),
    FindingEntry(
      "receipt-without-file",
      .warning,
      vi: Explanation(
        title: "Sổ nhận nêu tệp không có",
        meaning: "Sổ nhận tệp nêu một đường dẫn không có trong thư mục số liệu.",
        importance: "Tệp có thể đã mất hoặc đổi tên; ngày nhận không gắn được với tệp nào.",
        remedy: "Sửa đường dẫn trong sổ, hoặc chép lại tệp."
      ),
      en: Explanation(
        title: "Receipt without a file",
        meaning: "The table of receipts names a path that the data folder lacks.",
        importance: "The file may be lost or renamed; the day belongs to no file.",
        remedy: "Correct the path, or put the file back."
      )
    ),
    FindingEntry(
      "unreadable-receipts",
      .error,
      vi: Explanation(
        title: "Không đọc được sổ tiếp nhận",
        meaning: "Sổ tiếp nhận không có hai cột đường dẫn và ngày nhận.",
        importance: "Ngày của mọi tệp được dùng thay, có thể sai khi xét đúng hạn.",
        remedy: "Ghi hai cột 'path' và 'received', mỗi tệp một dòng."
      ),
      en: Explanation(
        title: "Receipts that cannot be read",
        meaning: "The table of receipts has no columns of paths and days.",
        importance: "The files' own dates are taken, which may be wrong for “on time”.",
        remedy: "Write the columns 'path' and 'received', a line for each file."
      )
    ),
    FindingEntry(
      "receipts-without-header",
      .note,
      vi: Explanation(
        title: "Sổ tiếp nhận thiếu tiêu đề",
        meaning: "Sổ tiếp nhận không có hàng tiêu đề.",
        importance: "Các cột được nhận ra theo nội dung.",
        remedy: "Thêm hàng tiêu đề 'path,received'."
      ),
      en: Explanation(
        title: "Receipts without a header",
        meaning: "The table of receipts has no header.",
        importance: "Its columns are told by what stands in them.",
        remedy: "Add the header 'path,received'."
      )
    ),
    FindingEntry(
      "duplicate-receipt",
      .warning,
      vi: Explanation(
        title: "Một tệp có hai ngày nhận",
        meaning: "Sổ tiếp nhận ghi hai ngày khác nhau cho một tệp.",
        importance: "Ngày sau được dùng.",
        remedy: "Giữ một dòng cho mỗi tệp."
      ),
      en: Explanation(
        title: "Two days of receipt",
        meaning: "The table of receipts has two days for one file.",
        importance: "The later one is used.",
        remedy: "Keep one line for each file."
      )
    ),
    FindingEntry(
      "files-without-receipt",
      .warning,
      vi: Explanation(
        title: "Tệp không có trong sổ tiếp nhận",
        meaning: "Có sổ tiếp nhận nhưng sổ không ghi các tệp được nêu.",
        importance: "Ngày của tệp được dùng thay, có thể sai khi xét đúng hạn.",
        remedy: "Ghi thêm các tệp ấy vào sổ."
      ),
      en: Explanation(
        title: "Files without a receipt",
        meaning: "There is a table of receipts, which lacks the files that are named.",
        importance: "Their own dates are taken, which may be wrong for “on time”.",
        remedy: "Add them to the table."
      )
    ),
  ]
}
