package import CommandLineOptions
import Diagnostics
package import VietnameseText

extension OptionSyntax where Value == TextEncoding {
  /// For files that the caller names: it holds whatever they show.
  package static let encoding = encoding(
    help: LocalisedText(
      vi: "bảng mã của các tệp, bất kể nội dung (mặc định: tự nhận biết)",
      en: "encoding of the files, whatever they show (default: as they show)"
    )
  )

  /// For files of a data folder, most of which show theirs.
  package static let openEncoding = encoding(
    help: LocalisedText(
      vi: "bảng mã của những tệp không tự nhận biết được và không có trong encodings.csv",
      en: "encoding of files that do not show theirs and that encodings.csv does not name"
    )
  )

  private static func encoding(help: LocalisedText) -> OptionSyntax {
    let names = TextEncoding.names.joined(separator: ", ")
    return OptionSyntax(
      "encoding",
      placeholder: LocalisedText(vi: "BẢNG-MÃ", en: "ENCODING"),
      help: help,
      expected: LocalisedText(vi: "một trong: \(names)", en: "one of: \(names)")
    ) { TextEncoding(name: $0) }
  }
}
