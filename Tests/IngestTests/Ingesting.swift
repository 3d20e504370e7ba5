import Diagnostics
import Ingest
import Plan
import StageFixtures
import Tables

/// A header and a row of the commune's report, as good as they get.
let header =
  "Xã, thị trấn;Năm;Số cây;Số cây chết;Kinh phí;Tỷ lệ sống;Có kế hoạch;Loại;Ngày ban hành;Khó khăn"
let row = "Xã Tân Hòa;2021;12;1;500000;85,5 %;có;Tốt;05/06/2021;"
let goodFile = "\(header)\n\(row)\n"
let commune = "2021/103/bao-cao.csv"

/// Reads files for 2021.
func ingest(
  _ files: [String: String],
  year: Int = 2021,
  asOf: CalendarDate? = nil,
  jobs: Int = 1
) throws -> IngestTables {
  let folder = try TemporaryFolder()
  for (path, text) in files { try folder.write(text, to: path) }
  return try Ingest.ingest(
    try fixturePlan(),
    options: IngestOptions(dataFolder: folder.path, year: year, asOf: asOf, jobs: jobs)
  )
}

extension IngestTables {
  var codes: [String] { findings.map(\.code) }

  func file(_ path: String) -> SourceFileRow? { files.first { $0.path == path } }

  func records(_ form: String) -> RawRecords {
    records.first { $0.form == form } ?? RawRecords(form: form, fields: [])
  }
}
