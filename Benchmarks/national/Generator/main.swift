import Foundation

// Writes the invented country's org units, or inspections of it and what they come to.
//
//   generate units FILE
//   generate data FOLDER ROWS
//   generate faulty FOLDER ROWS     no row has a day or a number of workers that can be read

let years = 2015...2024
let sender = "thanh-tra"

/// Bytes after which it is drawn anew whether quotes may stand.
let stretch = 8192

func write(_ text: String, to path: String) throws {
  try Data(text.utf8).write(to: URL(fileURLWithPath: path))
}

func writeData(_ folder: String, rows: Int, areFaulty: Bool = false) throws {
  let country = Country()
  let names = NameVariants(country.communes)
  let (establishments, ordinals) = establishments()
  var truth = Truth.header
  var receipts = "path,received\n"
  for (index, year) in years.enumerated() {
    let count = rows * (index + 1) / years.count - rows * index / years.count
    let path = "\(year)/\(sender)/so-thanh-tra-\(year).csv"
    let file = "\(folder)/\(path)"
    let parent = URL(fileURLWithPath: file).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
    try Data().write(to: URL(fileURLWithPath: file))
    let output = try FileHandle(forWritingTo: URL(fileURLWithPath: file))
    let lots = Lots(year: year, establishments: establishments)
    var writer = RowWriter(year: year, country: country, names: names, ordinals: ordinals)
    writer.isFaulty = areFaulty
    truth += try writeYear(year, count, lots, writer, to: output).lines(country, year: year)
    try output.close()
    receipts += "\(path),\(year)-12-30\n"
  }
  try write(receipts, to: "\(folder)/receipts.csv")
  try write(notice, to: "\(folder)/dataset.json5")
  // What cannot be read comes to nothing.
  if !areFaulty { try write(truth, to: "\(folder).truth.csv") }
}

/// About ten establishments a commune, more in some: the commune of each, and its number there.
func establishments() -> (communes: [Int], ordinals: [Int]) {
  var random = Random(6)
  var counts = [Int](repeating: 0, count: Country.communeCount)
  var communes: [Int] = []
  var ordinals: [Int] = []
  for number in 0..<100_000 {
    let lot = random.fraction()
    // Each commune has one; of the rest the first communes have more.
    let commune =
      number < counts.count ? number : Int(lot * (0.5 + 0.5 * lot) * Double(counts.count))
    counts[commune] += 1
    communes.append(commune)
    ordinals.append(counts[commune])
  }
  return (communes, ordinals)
}

func writeYear(
  _ year: Int,
  _ count: Int,
  _ lots: Lots,
  _ writer: RowWriter,
  to output: FileHandle
) throws -> Truth {
  var truth = Truth()
  var bytes = Array(RowWriter.header.utf8)
  bytes.reserveCapacity(4 << 20)
  var written = 0
  for number in 0..<count {
    var random = Random(7, year, (written + bytes.count) / stretch)
    let mayQuote = random.below(100) < 30
    if let (origin, isChanged) = lots.origin(of: number) {
      let first = lots.row(origin)
      let row = isChanged ? lots.changed(first, by: number) : first
      truth.replace(first, by: row)
      writer.append(row, mayQuote: mayQuote, to: &bytes)
    } else {
      let row = lots.row(number)
      truth.add(row)
      writer.append(row, mayQuote: mayQuote, to: &bytes)
    }
    if bytes.count > 4_000_000 {
      try output.write(contentsOf: Data(bytes))
      written += bytes.count
      bytes.removeAll(keepingCapacity: true)
    }
  }
  try output.write(contentsOf: Data(bytes))
  return truth
}

let notice = """
  {
    title: { vi: "Số liệu giả định của cả nước, 2015 - 2024", en: "Synthetic data of a country, 2015-2024" },
    synthetic: true,
    notice: {
      vi: "SỐ LIỆU GIẢ ĐỊNH: mọi đơn vị và con số đều do máy sinh ra để đo tốc độ chương trình.",
      en: "SYNTHETIC DATA: every unit and figure was made up by a program to measure its speed.",
    },
  }

  """

let arguments = CommandLine.arguments.dropFirst()
switch (arguments.first, arguments.count) {
case ("units", 2): try write(Country().table, to: arguments[2])
case ("data", 3), ("faulty", 3):
  guard let rows = Int(arguments[3]), rows >= years.count else { fallthrough }
  try writeData(arguments[2], rows: rows, areFaulty: arguments.first == "faulty")
default:
  let usage = "usage: generate units FILE | data FOLDER ROWS | faulty FOLDER ROWS\n"
  FileHandle.standardError.write(Data(usage.utf8))
  exit(64)
}
