import Diagnostics

/// An encoding as a clerk meets it in a spreadsheet or in typing programs.
func encodingName(_ code: String, in language: Language) -> String {
  let isVietnamese = language == .vietnamese
  return switch code {
  case "": isVietnamese ? "không rõ bảng mã" : "encoding not known"
  case "utf-8": "UTF-8"
  case "utf-8-bom": isVietnamese ? "UTF-8 (CSV UTF-8 của Excel)" : "UTF-8 (Excel's CSV UTF-8)"
  case "utf-16le-bom": isVietnamese ? "UTF-16 (Văn bản Unicode của Excel)" : "UTF-16 (Unicode Text)"
  case "utf-16le", "utf-16be", "utf-16be-bom": "UTF-16"
  case "tcvn3": "TCVN3 (ABC)"
  case "windows-1258": "Windows-1258"
  default: code.uppercased()
  }
}

/// A delimiter by its name; a sign alone is lost among the words of a sentence.
func delimiterName(_ sign: String, in language: Language) -> String {
  let isVietnamese = language == .vietnamese
  return switch sign {
  case ";": isVietnamese ? "dấu chấm phẩy" : "semicolon"
  case ",": isVietnamese ? "dấu phẩy" : "comma"
  case "tab": isVietnamese ? "phím tab" : "tab"
  case "|": isVietnamese ? "gạch đứng" : "vertical bar"
  default: sign
  }
}
