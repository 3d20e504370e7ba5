import Foundation
package import Plan

/// An invented plan: communes plant trees, foresters list and visit groves.
///
/// Two units share the name "Lâm Sơn", one code begins with a nought, and 2023 sees none of it.
///
/// - Parameter rules: Rules in JSON5, each with a comma, beside the plan's own.
/// - Returns: The plan.
/// - Throws: What writing and loading the folder throw.
package func fixturePlan(rules: String = "") throws -> Plan {
  let folder = try TemporaryFolder()
  for (path, text) in planFiles {
    try folder.write(path == "rules.json5" ? "[\(rules)\(text.dropFirst())" : text, to: path)
  }
  return try loadPlan(folder.path).plan
}

private let planFiles: [String: String] = [
  "plan.json5": """
  {
    id: "trees", title: { vi: "Kế hoạch trồng cây", en: "Tree plan" },
    document: { number: "1/KH", date: "2020-12-01", issuer: "Huyện", place: "Huyện", signer: "Huyện" },
    years: { base: 2020, first: 2021, last: 2023 },
    unit: "10", members: "commune", orgUnits: "units.csv", due: "12-15",
    senders: [
      { id: "foresters", title: "Kiểm lâm", short: "Kiểm lâm", clause: "I", duty: "Danh sách" },
      { id: "office", title: "Phòng", short: "Phòng", clause: "I", duty: "Tổng hợp" },
      { id: "communes", title: "Xã", short: "Xã", each: "commune", clause: "I", duty: "Trồng cây" },
    ],
    clauses: [{ id: "I", title: "Trồng cây", responsible: [], unmeasured: "thử" }],
    words: {
      none: ["không phát sinh"], notReported: ["đang tổng hợp"], notApplicable: ["miễn"],
      yes: ["được"], no: ["hỏng"], total: ["tổng cộng", "cộng"], group: ["khối"],
      signature: ["người lập biểu", "thủ trưởng"],
      long: { unit: ["đơn vị"], element: ["chỉ tiêu"], period: ["kỳ"], value: ["giá trị"] },
    },
    unitPrefixes: { commune: ["xã", "x.", "ubnd xã"], town: ["thị trấn", "tt"] },
    disclosure: { smallest: 8, width: 3, source: "thử" },
  }
  """,
  "units.csv": """
  code,name,kind,level,parent,valid_from,valid_to,aliases,source
  10,Huyện Rừng,district,district,,,,,test
  101,Thị trấn Lâm Sơn,town,commune,10,,,,test
  102,Xã Lâm Sơn,commune,commune,10,,,,test
  103,Xã Tân Hòa,commune,commune,10,,,Xã Tân Hoà Mới|Hòa Mới,test
  0104,Xã Bình Thạnh,commune,commune,10,,,,test

  """,
  "forms/agency_year.json": """
  { "name": "agency_year", "title": "Báo cáo phòng", "kind": "summary", "senders": ["office"],
    "covers": "plan", "fields": [
      { "name": "year", "type": "year", "title": "Năm" },
      { "name": "classes", "type": "integer", "title": "Số lớp", "sensitive": true },
      { "name": "guides", "type": "integer", "title": "Số văn bản" } ],
    "primaryKey": ["year"] }
  """,
  "forms/commune_year.json": """
  { "name": "commune_year", "title": "Báo cáo xã", "titleEnglish": "Commune report",
    "kind": "summary", "senders": ["communes"], "covers": "sender",
    "parts": [{ "name": "quarters", "of": [
      { "title": "Quý I", "headers": ["Q1"] }, { "title": "Quý II", "headers": ["Q2"] },
      { "title": "Quý III", "headers": ["Q3"] }, { "title": "Quý IV", "headers": ["Q4"] } ] }],
    "fields": [
      { "name": "commune", "type": "string", "title": "Xã, thị trấn", "role": "unit" },
      { "name": "year", "type": "year", "title": "Năm" },
      { "name": "trees", "type": "integer", "title": "Số cây", "sensitive": true,
        "headers": ["Tổng số cây"], "parts": ["quarters"], "codes": ["fbfJHSPpUQD"], "constraints": { "required": true, "minimum": 0 } },
      { "name": "dead", "type": "integer", "title": "Số cây chết", "blank": "none", "dash": "none" },
      { "name": "cost", "type": "number", "title": "Kinh phí", "unit": "đồng",
        "headers": [{ "text": "Kinh phí (triệu đồng)", "scale": 1000000 }] },
      { "name": "rate", "type": "number", "title": "Tỷ lệ sống", "unit": "%",
        "constraints": { "maximum": 100 } },
      { "name": "approved", "type": "boolean", "title": "Có kế hoạch" },
      { "name": "class", "type": "string", "title": "Loại", "role": "category", "categories": [
        { "value": "good", "label": "Tốt", "spellings": ["giỏi"] },
        { "value": "poor", "label": "Kém" } ] },
      { "name": "issued", "type": "date", "title": "Ngày ban hành" },
      { "name": "remarks", "type": "string", "title": "Khó khăn" } ],
    "primaryKey": ["commune", "year"] }
  """,
  "forms/groves.json": """
  { "name": "groves", "title": "Danh sách khu rừng", "titleEnglish": "Groves",
    "kind": "register", "senders": ["communes", "foresters"], "covers": "members", "fields": [
      { "name": "code", "type": "string", "title": "Mã khu rừng", "role": "key" },
      { "name": "commune", "type": "string", "title": "Xã, thị trấn", "role": "unit" },
      { "name": "opened", "type": "date", "title": "Ngày lập" },
      { "name": "area", "type": "number", "title": "Diện tích", "unit": "ha" } ],
    "primaryKey": ["code"] }
  """,
  "forms/visits.json": """
  { "name": "visits", "title": "Danh sách lượt kiểm tra", "titleEnglish": "Visits",
    "kind": "register", "senders": ["foresters"], "covers": "plan", "fields": [
      { "name": "visit", "type": "string", "title": "Mã lượt", "role": "key" },
      { "name": "grove", "type": "string", "title": "Mã khu", "role": "reference" },
      { "name": "day", "type": "date", "title": "Ngày kiểm tra" } ],
    "primaryKey": ["visit"],
    "foreignKeys": [
      { "fields": ["grove"], "reference": { "resource": "groves", "fields": ["code"] } } ] }
  """,
  "forms/survey.json": """
  { "name": "survey", "title": "Khảo sát", "kind": "summary", "senders": ["office"],
    "covers": "members", "fields": [
      { "name": "commune", "type": "string", "title": "Đơn vị", "role": "unit",
        "headers": ["Mã xã"] },
      { "name": "families", "type": "integer", "title": "Số hộ" } ],
    "primaryKey": ["commune"] }
  """,
  "rules.json5": """
  [{ id: "dead-in-trees", form: "commune_year", row: "dead <= trees", severity: "error",
     message: { vi: "Số cây chết {dead} lớn hơn số cây {trees}", en: "{dead} dead of {trees}" } }]
  """,
]
