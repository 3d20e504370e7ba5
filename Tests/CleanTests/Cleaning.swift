import Clean
import Diagnostics
import Ingest
import Plan
import StageFixtures
import Tables

/// The commune's report: its header, and a row that only lacks the cells under test.
let header =
  "Xã, thị trấn;Năm;Số cây;Số cây chết;Kinh phí;Tỷ lệ sống;Có kế hoạch;Loại;Ngày ban hành;Khó khăn"
let report = "2021/103/bao-cao.csv"
let groves = "Mã khu rừng;Xã, thị trấn;Ngày lập;Diện tích"
let visits = "Mã lượt;Mã khu;Ngày kiểm tra"
let survey = "Đơn vị;Số hộ"

/// A commune's row with one field changed.
func row(_ changes: [Int: String] = [:]) -> String {
  let cells = ["Xã Tân Hòa", "2021", "12", "1", "500000", "85,5 %", "có", "Tốt", "05/06/2021", ""]
  return cells.indices.map { changes[$0] ?? cells[$0] }.joined(separator: ";")
}

func text(_ header: String, _ rows: [String]) -> String {
  ([header] + rows).joined(separator: "\n") + "\n"
}

/// Reads and cleans files for 2021, and checks that the account of each file closes.
///
/// - Parameters:
///   - files: Texts by path.
///   - field: A field of any form that every row must fill in.
///   - rules: Rules beside the plan's own, as rules.json5 has them.
/// - Returns: What ingest gave, and what clean made of it.
/// - Throws: What ingest throws.
func clean(
  _ files: [String: String],
  requiring field: String = "",
  rules: String = ""
) throws -> (input: IngestTables, output: CleanTables) {
  let folder = try TemporaryFolder()
  for (path, text) in files { try folder.write(text, to: path) }
  var plan = try fixturePlan(rules: rules)
  for form in plan.forms.indices {
    for index in plan.forms[form].fields.indices where plan.forms[form].fields[index].name == field
    {
      plan.forms[form].fields[index].isRequired = true
    }
  }
  let input = try ingest(plan, options: IngestOptions(dataFolder: folder.path, year: 2021))
  return (input, Clean.clean(plan, input))
}

/// A receipts file for paths and days of December 2021.
func receipts(_ days: [String: Int]) -> String {
  text("path,received", days.sorted { $0.key < $1.key }.map { "\($0.key),2021-12-\($0.value)" })
}

extension CleanTables {
  var codes: [String] { findings.map(\.code) }

  func records(_ form: String) throws -> TypedRecords {
    guard let records = records.first(where: { $0.form == form }) else { throw NoSuchForm() }
    return records
  }

  private struct NoSuchForm: Error {}
}

extension TypedRecords {
  func column(_ field: String) -> TypedColumn {
    fields.firstIndex(of: field).map { columns[$0] }
      ?? TypedColumn(codes: RowCodes(), storage: .flags([]), reasons: [])
  }
}
