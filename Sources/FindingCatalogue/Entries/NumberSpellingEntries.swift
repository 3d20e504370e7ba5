import Diagnostics

extension FindingEntry {
  /// Numbers that are told by the habit of their file, or that are no exact number.
  static let ofNumberSpellings: [FindingEntry] = [
    FindingEntry(
      "approximate-number",
      .error,
      vi: Explanation(
        title: "Số ước chừng",
        meaning: "Ô ghi một số không chắc chắn, như “khoảng 12”, “> 12” hay “12 trở lên”.",
        importance: "Không tính được với số ước chừng; ô không được dùng.",
        remedy: "Ghi số chính xác; nếu chưa có thì ghi “chưa có số liệu”."
      ),
      en: Explanation(
        title: "Approximate number",
        meaning:
          "The cell has a number that its writer does not vouch for, such as “khoảng 12” or “> 12”.",
        importance: "Such a number cannot be reckoned with; the cell is not used.",
        remedy: "Write the exact number, or “chưa có số liệu” where there is none yet."
      )
    ),
    FindingEntry(
      "several-numbers",
      .error,
      vi: Explanation(
        title: "Nhiều số trong một ô",
        meaning: "Ô ghi khoảng, phép cộng hoặc nhiều số, như “12-15” hay “10+2”.",
        importance: "Không biết là số nào; ô không được dùng.",
        remedy: "Ghi một số duy nhất."
      ),
      en: Explanation(
        title: "Several numbers in one cell",
        meaning: "The cell has a range, a sum or a list, such as “12-15” or “10+2”.",
        importance: "Nobody can tell which is meant; the cell is not used.",
        remedy: "Write one number."
      )
    ),
    FindingEntry(
      "read-by-habit",
      .note,
      vi: Explanation(
        title: "Số hiểu theo cách viết của tệp",
        meaning:
          "Số như “1.200” có thể là một nghìn hai trăm hoặc một phẩy hai; các ô khác của tệp cho biết dấu nào là dấu thập phân.",
        importance: "Ô được dùng theo cách viết của tệp; thông báo nêu ô làm căn cứ.",
        remedy: "Xem lại giá trị; ghi không có dấu hàng nghìn thì không thể hiểu khác."
      ),
      en: Explanation(
        title: "Number read as the file writes",
        meaning:
          "A number such as “1.200” can be read two ways; other cells of the file show which sign is the decimal one.",
        importance:
          "The cell is used as the file writes; the message names the cell that shows it.",
        remedy:
          "See whether the value is right; without signs between thousands there is no other reading."
      )
    ),
    FindingEntry(
      "against-habit",
      .warning,
      vi: Explanation(
        title: "Số khác cách viết của tệp",
        meaning:
          "Theo cách viết của tệp thì số này có ba chữ số lẻ, nhưng cột không thể có số lẻ như vậy.",
        importance: "Ô được hiểu là số nguyên; có thể sai nghìn lần.",
        remedy: "Xem lại giá trị; ghi không có dấu hàng nghìn."
      ),
      en: Explanation(
        title: "Number against the file's habit",
        meaning: "As the file writes, the number has three decimals, which its column cannot have.",
        importance: "It is taken as a whole number, and may be wrong a thousandfold.",
        remedy: "See whether the value is right; write it without signs between thousands."
      )
    ),
    FindingEntry(
      "unexpected-unit",
      .error,
      .warning,
      vi: Explanation(
        title: "Đơn vị tính khác của cột",
        meaning: "Sau số có đơn vị tính khác với đơn vị của cột.",
        importance:
          "Khác tên gọi của cùng một thứ thì số vẫn được dùng; khác đại lượng (giờ, héc-ta, tiền khác) thì ô không được dùng.",
        remedy: "Ghi số theo đơn vị của cột, không kèm chữ."
      ),
      en: Explanation(
        title: "Another unit of measure",
        meaning: "The word after the number is not what the column counts or measures.",
        importance:
          "Another word for a thing that is counted leaves the number in use; hours, hectares or another currency do not.",
        remedy: "Write the number in the column's unit, without a word."
      )
    ),
    FindingEntry(
      "damaged-key",
      .error,
      vi: Explanation(
        title: "Mã bị bảng tính đổi thành số",
        meaning: "Mã hiện ra như 1,2E+05: bảng tính đã coi mã là số.",
        importance: "Không biết mã gốc; hàng không có mã thì không được dùng.",
        remedy: "Định dạng cột mã là văn bản (Text) rồi ghi lại mã."
      ),
      en: Explanation(
        title: "Code turned into a number",
        meaning: "The code reads like 1,2E+05: a spreadsheet took it for a number.",
        importance: "The code itself is lost; a row without its key is not used.",
        remedy: "Format the column as text and type the code again."
      )
    ),
    FindingEntry(
      "lost-zeros",
      .warning,
      vi: Explanation(
        title: "Mã mất số 0 ở đầu",
        meaning: "Mã không có các số 0 ở đầu mà nơi khác ghi có.",
        importance:
          "Mã tham chiếu được hiểu là mã đủ; trong chính danh sách thì hai mã vẫn tính là hai.",
        remedy: "Định dạng cột mã là văn bản (Text) và ghi đủ các số 0."
      ),
      en: Explanation(
        title: "Code without its leading noughts",
        meaning: "The code lacks noughts that it has elsewhere.",
        importance:
          "A reference is read as the whole code; in the list itself the two count as two.",
        remedy: "Format the column as text and write all noughts."
      )
    ),
  ]
}
