import Diagnostics

extension FindingEntry {
  /// Files as a whole.
  static let ofFiles: [FindingEntry] = [
    FindingEntry(
      "binary-file",
      .error,
      vi: Explanation(
        title: "Không phải văn bản CSV",
        meaning: "Nội dung là tệp Excel, Word, PDF, ảnh hay tệp nén, dù tên có thể là .csv.",
        importance: "Không có ô nào đọc được; cả tệp không được dùng.",
        remedy: "Mở bằng chương trình của nó, lưu dưới dạng “CSV UTF-8” rồi gửi lại."
      ),
      en: Explanation(
        title: "No CSV text",
        meaning: "The content is that of Excel, Word, a PDF, a picture or an archive, whatever its "
          + "name.",
        importance: "No cell can be read; the whole file is not used.",
        remedy: "Open it in its program, save it as “CSV UTF-8” and send that."
      )
    ),
    FindingEntry(
      "invalid-encoding",
      .error,
      vi: Explanation(
        title: "Chữ sai bảng mã",
        meaning: "Có byte không thuộc bảng mã của tệp.",
        importance: "Chữ có thể bị đọc sai, nên cả tệp không được dùng.",
        remedy: "Trong Excel, lưu lại dưới dạng “CSV UTF-8 (Comma delimited)”."
      ),
      en: Explanation(
        title: "Bytes outside the encoding",
        meaning: "Some bytes do not belong to the file's encoding.",
        importance: "Letters could be misread, so the whole file is not used.",
        remedy: "In Excel, save it again as “CSV UTF-8 (Comma delimited)”."
      )
    ),
    FindingEntry(
      "empty-file",
      .error,
      vi: Explanation(
        title: "Tệp trống",
        meaning: "Tệp không có hàng nào có nội dung.",
        importance: "Không có số liệu; nơi gửi bị coi là chưa báo cáo biểu này.",
        remedy: "Kiểm tra xem có gửi nhầm tệp không, điền rồi gửi lại."
      ),
      en: Explanation(
        title: "Empty file",
        meaning: "No row of the file has anything in it.",
        importance: "There are no data; the form counts as not reported.",
        remedy: "See whether the wrong file was sent, fill it in and send it again."
      )
    ),
    FindingEntry(
      "no-rows",
      .error,
      vi: Explanation(
        title: "Chỉ có tiêu đề",
        meaning: "Dưới hàng tiêu đề không có hàng số liệu nào.",
        importance: "Không có số liệu; nơi gửi bị coi là chưa báo cáo biểu này.",
        remedy: "Điền số liệu rồi gửi lại; không phát sinh thì ghi 0 hoặc “không phát sinh”."
      ),
      en: Explanation(
        title: "Header only",
        meaning: "There is no row of data below the header.",
        importance: "There are no data; the form counts as not reported.",
        remedy: "Fill it in; where there was no case write 0 or “không phát sinh”."
      )
    ),
    FindingEntry(
      "empty-register",
      .note,
      vi: Explanation(
        title: "Danh sách không có hàng",
        meaning: "Danh sách chỉ có tiêu đề.",
        importance: "Được hiểu là trong năm không phát sinh trường hợp nào.",
        remedy: "Nếu đúng là không phát sinh thì không phải sửa; nếu còn thiếu thì bổ sung."
      ),
      en: Explanation(
        title: "List without rows",
        meaning: "The list has a header and no rows.",
        importance: "It is taken to say that there was no case in the year.",
        remedy: "Nothing to mend if that is so; otherwise add the rows."
      )
    ),
    FindingEntry(
      "unknown-form",
      .error,
      vi: Explanation(
        title: "Không nhận ra biểu mẫu",
        meaning: "Không hàng nào có đủ tiêu đề cột của một biểu mẫu mà nơi gửi phải nộp.",
        importance: "Không biết cột nào là gì nên cả tệp không được dùng.",
        remedy: "Dùng biểu mẫu trống do lệnh template tạo ra; giữ nguyên hàng tiêu đề."
      ),
      en: Explanation(
        title: "Form not recognised",
        meaning: "No row holds the column headers of a form that the sender owes.",
        importance: "Nobody can tell what the columns are, so the whole file is not used.",
        remedy: "Use the empty form that the command template writes, and keep its header row."
      )
    ),
    FindingEntry(
      "unknown-extension",
      .error,
      vi: Explanation(
        title: "Không phải tệp CSV",
        meaning: "Phần mở rộng của tệp không phải .csv, .tsv, .txt, .zip hay .gz.",
        importance: "Tệp không được đọc.",
        remedy: "Mở bằng Excel, chọn Lưu dưới dạng “CSV UTF-8” rồi gửi lại."
      ),
      en: Explanation(
        title: "Not a CSV file",
        meaning: "The file's extension is not .csv, .tsv, .txt, .zip or .gz.",
        importance: "The file is not read.",
        remedy: "Open it in Excel, save it as “CSV UTF-8” and send that."
      )
    ),
    FindingEntry(
      "unreadable-file",
      .error,
      vi: Explanation(
        title: "Không đọc được tệp",
        meaning: "Máy không cho mở tệp này.",
        importance: "Số liệu trong tệp bị bỏ qua.",
        remedy: "Đóng chương trình đang giữ tệp, xem lại quyền truy cập, hoặc chép lại tệp."
      ),
      en: Explanation(
        title: "File that cannot be read",
        meaning: "The system does not let the file be opened.",
        importance: "Its data are left out.",
        remedy: "Close the program that holds it, see to its permissions, or copy it again."
      )
    ),
    FindingEntry(
      "folder-for-file",
      .error,
      vi: Explanation(
        title: "Thư mục trống thay cho tệp",
        meaning: "Một thư mục trống mang tên của tệp, thường do chép dở dang.",
        importance: "Không có số liệu nào để đọc.",
        remedy: "Gửi lại chính tệp ấy."
      ),
      en: Explanation(
        title: "Empty folder in place of a file",
        meaning: "An empty folder has the name of a file, as after a broken copy.",
        importance: "There is nothing to read.",
        remedy: "Send the file itself again."
      )
    ),
    FindingEntry(
      "oversized-file",
      .error,
      vi: Explanation(
        title: "Tệp quá lớn",
        meaning: "Tệp lớn hơn nhiều so với một báo cáo.",
        importance: "Tệp không được đọc.",
        remedy: "Xem có gửi nhầm tệp không; nếu đúng, tách thành nhiều tệp."
      ),
      en: Explanation(
        title: "File too large",
        meaning: "The file is far larger than a report.",
        importance: "It is not read.",
        remedy: "See whether it is the right file; if so, split it."
      )
    ),
    FindingEntry(
      "too-many-columns",
      .error,
      vi: Explanation(
        title: "Quá nhiều cột",
        meaning: "Một hàng ở đầu tệp có nhiều cột hơn một trang tính Excel chứa được.",
        importance: "Tệp như vậy không phải biểu mẫu nào, nên không được đọc.",
        remedy: "Xem có gửi nhầm tệp không; nếu đúng, lưu lại từ Excel thành CSV UTF-8."
      ),
      en: Explanation(
        title: "Too many columns",
        meaning: "A row at the top of the file has more columns than a sheet of Excel can have.",
        importance: "Such a file is no form, and is not read.",
        remedy: "See whether it is the right file; if so, save it from Excel as CSV UTF-8."
      )
    ),
  ]
}
