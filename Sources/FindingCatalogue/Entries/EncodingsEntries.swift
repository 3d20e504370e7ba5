import Diagnostics

extension FindingEntry {
  /// How the characters of files were encoded.
  static let ofEncodings: [FindingEntry] = [
    FindingEntry(
      "ambiguous-encoding",
      .error,
      vi: Explanation(
        title: "Không rõ bảng mã",
        meaning: "Tệp không phải Unicode và có thể thuộc nhiều bảng mã cũ; lời báo nêu tên "
          + "các bảng mã ấy.",
        importance: "Đoán sai thì tên đơn vị và chữ trong ô đều sai, nên cả tệp không được đọc.",
        remedy: "Lưu lại dưới dạng “CSV UTF-8”. Nếu không lưu lại được, cho biết bảng mã "
          + "bằng --encoding, hoặc bằng một dòng trong encodings.csv của thư mục số liệu."
      ),
      en: Explanation(
        title: "Encoding not certain",
        meaning: "The file is not Unicode, and several older encodings are possible; the "
          + "message names them.",
        importance: "A wrong guess would spoil names and texts, so the whole file is not read.",
        remedy: "Save it as “CSV UTF-8”. Where that cannot be done, give its encoding by "
          + "--encoding or in a line of encodings.csv in the data folder."
      )
    ),
    FindingEntry(
      "encoding-not-as-declared",
      .error,
      vi: Explanation(
        title: "Không đúng bảng mã đã khai",
        meaning: "Tệp có byte mà bảng mã đã khai không có.",
        importance: "Tệp thuộc bảng mã khác; cả tệp không được dùng.",
        remedy: "Sửa bảng mã trong --encoding hay encodings.csv, hoặc bỏ đi để chương trình "
          + "tự nhận biết."
      ),
      en: Explanation(
        title: "Not the declared encoding",
        meaning: "Some bytes have no character in the encoding that was declared.",
        importance: "The file has another encoding; the whole file is not used.",
        remedy: "Correct --encoding or encodings.csv, or leave it out so that the file shows "
          + "its encoding."
      )
    ),
    FindingEntry(
      "contradicted-encoding",
      .warning,
      vi: Explanation(
        title: "Bảng mã đã khai trái với nội dung",
        meaning: "Bảng mã đã khai đọc được tệp, nhưng theo nội dung thì tệp thuộc bảng mã "
          + "khác.",
        importance: "Tệp vẫn được đọc theo bảng mã đã khai; nếu khai nhầm thì chữ bị sai.",
        remedy: "Xem lại bảng mã trong --encoding hay encodings.csv."
      ),
      en: Explanation(
        title: "Declared encoding against the content",
        meaning: "The declared encoding can be read, but the content looks like another.",
        importance: "The file is read as declared; if that is a slip, its letters are wrong.",
        remedy: "Check --encoding or encodings.csv."
      )
    ),
    FindingEntry(
      "legacy-encoding",
      .note,
      vi: Explanation(
        title: "Bảng mã cũ",
        meaning: "Tệp dùng bảng mã trước Unicode (TCVN3, VNI, VISCII, VPS, Windows-1258), "
          + "hoặc chữ bảng mã ấy lưu trong tệp Unicode.",
        importance: "Chữ đã được chuyển sang Unicode, số liệu không thay đổi. TCVN3 không có chữ "
          + "hoa mang dấu thanh: các chữ ấy thành chữ thường.",
        remedy: "Lần sau dùng phông Unicode và lưu dưới dạng “CSV UTF-8”."
      ),
      en: Explanation(
        title: "Older encoding",
        meaning: "The file has an encoding from before Unicode (TCVN3, VNI, VISCII, VPS, "
          + "Windows-1258), or such text saved as Unicode.",
        importance: "The letters were converted; no figure changes. TCVN3 has no capitals with a "
          + "tone: they become small letters.",
        remedy: "Use a Unicode font and save as “CSV UTF-8” next time."
      )
    ),
    FindingEntry(
      "lost-letters",
      .error,
      .warning,
      vi: Explanation(
        title: "Mất chữ có dấu",
        meaning: "Khi lưu, chương trình không ghi được chữ có dấu: thay bằng '?' hoặc bỏ "
          + "trống, như “Ph??ng”, “Đ NG”.",
        importance: "Không thể đoán lại chữ đã mất. Nếu mất cả ở tiêu đề, cả tệp không được "
          + "dùng; nếu không, các ô mất chữ có thể không được hiểu.",
        remedy: "Mở tệp gốc (không phải tệp CSV), lưu dưới dạng “CSV UTF-8” rồi gửi lại."
      ),
      en: Explanation(
        title: "Lost letters",
        meaning: "The program that saved the file could not write its accented letters: '?' "
          + "or a gap stands for them, as in “Ph??ng”, “Đ NG”.",
        importance: "Nobody can tell which letters they were. Where the header lost them too, "
          + "the whole file is not used; otherwise such cells may not be understood.",
        remedy: "Open the original file, not the CSV, save it as “CSV UTF-8” and send that."
      )
    ),
    FindingEntry(
      "unavailable-encoding",
      .error,
      vi: Explanation(
        title: "Máy thiếu bảng mã",
        meaning: "Hệ điều hành của máy này thiếu một bảng mã cũ của iconv.",
        importance: "Không xét được mọi khả năng thì không được đoán; tệp không phải Unicode "
          + "không được đọc.",
        remedy: "Người quản trị máy cài đủ glibc, hoặc nơi gửi lưu tệp dưới dạng “CSV "
          + "UTF-8”."
      ),
      en: Explanation(
        title: "Encoding missing on this machine",
        meaning: "This system's iconv lacks the table of an older encoding.",
        importance: "Without weighing all of them none may be chosen; files that are not Unicode "
          + "are not read.",
        remedy: "Install a complete glibc, or let the sender save the file as “CSV UTF-8”."
      )
    ),
    FindingEntry(
      "unknown-encoding",
      .warning,
      vi: Explanation(
        title: "Tên bảng mã lạ",
        meaning: "Một dòng của encodings.csv có tên bảng mã mà chương trình không biết.",
        importance: "Dòng ấy không được dùng.",
        remedy: "Dùng một trong các tên mà lời báo nêu, như tcvn3 hay vni."
      ),
      en: Explanation(
        title: "Unknown name of an encoding",
        meaning: "A line of encodings.csv names an encoding that the program does not know.",
        importance: "The line is not used.",
        remedy: "Use one of the names in the message, such as tcvn3 or vni."
      )
    ),
    FindingEntry(
      "encoding-without-file",
      .warning,
      vi: Explanation(
        title: "Khai bảng mã cho tệp không có",
        meaning: "Một dòng của encodings.csv nêu đường dẫn không có trong thư mục số liệu.",
        importance: "Dòng ấy không có tác dụng; tệp định nói đến có thể bị đọc sai.",
        remedy: "Sửa đường dẫn: tên tệp như <năm>/<nơi gửi>/bao-cao.csv, thư mục như "
          + "<năm>/<nơi gửi>, hoặc mã nơi gửi."
      ),
      en: Explanation(
        title: "Encoding of no file",
        meaning: "A line of encodings.csv has a path that the data folder has not.",
        importance: "The line does nothing; the file that was meant may be misread.",
        remedy: "Correct the path: a file, a folder of a year and sender, or a sender's "
          + "folder name."
      )
    ),
    FindingEntry(
      "repeated-encoding",
      .warning,
      vi: Explanation(
        title: "Khai bảng mã hai lần",
        meaning: "encodings.csv có hai bảng mã khác nhau cho một đường dẫn.",
        importance: "Dòng đầu được dùng.",
        remedy: "Chỉ để lại một dòng."
      ),
      en: Explanation(
        title: "Encoding declared twice",
        meaning: "encodings.csv has two encodings for one path.",
        importance: "The first line is used.",
        remedy: "Leave one line."
      )
    ),
  ]
}
