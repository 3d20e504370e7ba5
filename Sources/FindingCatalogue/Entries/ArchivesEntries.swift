import Diagnostics

extension FindingEntry {
  /// Archives among what was sent.
  static let ofArchives: [FindingEntry] = [
    FindingEntry(
      "damaged-archive",
      .error,
      vi: Explanation(
        title: "Tệp nén bị hỏng",
        meaning: "Tệp .zip hay .gz hỏng hoặc gửi chưa hết.",
        importance: "Phần không đọc được bị bỏ qua.",
        remedy: "Nén lại và gửi lại, hoặc gửi thẳng tệp CSV."
      ),
      en: Explanation(
        title: "Damaged archive",
        meaning: "The .zip or .gz file is damaged or cut off.",
        importance: "What cannot be read is left out.",
        remedy: "Pack it again, or send the CSV file itself."
      )
    ),
    FindingEntry(
      "encrypted-archive",
      .error,
      vi: Explanation(
        title: "Tệp nén có mật khẩu",
        meaning: "Tệp bên trong được đặt mật khẩu.",
        importance: "Không mở được nên không đọc.",
        remedy: "Gửi lại không đặt mật khẩu."
      ),
      en: Explanation(
        title: "Archive under a password",
        meaning: "A file in the archive needs a password.",
        importance: "It cannot be opened and is not read.",
        remedy: "Send it without a password."
      )
    ),
    FindingEntry(
      "oversized-archive",
      .error,
      vi: Explanation(
        title: "Tệp nén quá lớn",
        meaning: "Tệp nén bung ra lớn hơn nhiều so với một báo cáo.",
        importance: "Không được đọc tiếp, để máy không bị treo.",
        remedy: "Gửi từng tệp CSV."
      ),
      en: Explanation(
        title: "Archive too large",
        meaning: "The archive unpacks to far more than a report.",
        importance: "It is not read further, so that the machine is not blocked.",
        remedy: "Send the CSV files one by one."
      )
    ),
    FindingEntry(
      "empty-archive",
      .error,
      vi: Explanation(
        title: "Tệp nén trống",
        meaning: "Trong tệp nén không có tệp nào.",
        importance: "Không có số liệu để đọc.",
        remedy: "Nén lại cùng tệp CSV rồi gửi."
      ),
      en: Explanation(
        title: "Empty archive",
        meaning: "There is no file in the archive.",
        importance: "There is nothing to read.",
        remedy: "Pack the CSV file and send it again."
      )
    ),
    FindingEntry(
      "nested-archive",
      .error,
      vi: Explanation(
        title: "Tệp nén trong tệp nén",
        meaning: "Trong tệp nén lại có tệp nén.",
        importance: "Lớp bên trong không được mở.",
        remedy: "Gửi thẳng tệp CSV, hoặc nén một lần."
      ),
      en: Explanation(
        title: "Archive in an archive",
        meaning: "The archive holds another archive.",
        importance: "The inner one is not opened.",
        remedy: "Send the CSV file itself, or pack it once."
      )
    ),
    FindingEntry(
      "unpacked-archive",
      .note,
      vi: Explanation(
        title: "Đã mở tệp nén",
        meaning: "Tệp gửi đến là tệp nén và đã được mở.",
        importance: "Để biết mỗi tệp bên trong từ đâu ra.",
        remedy: "Không phải sửa."
      ),
      en: Explanation(
        title: "Archive that was opened",
        meaning: "The file that was sent is an archive and was opened.",
        importance: "So that it is known where each file in it comes from.",
        remedy: "Nothing to mend."
      )
    ),
  ]
}
