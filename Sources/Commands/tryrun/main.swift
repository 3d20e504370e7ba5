import Clean
import Diagnostics
import Foundation
import Indicators
import Ingest
import Join
import Plan
import Reports
import Tables
import Trends
let args = CommandLine.arguments
let plan = try loadPlan(args[1])
for f in plan.findings { print(f.description(in: .english)) }
let t0 = Date()
func lap(_ s: String) { print(s, Date().timeIntervalSince(t0)) }
let i = try ingest(plan.plan, options: IngestOptions(dataFolder: args[2], year: Int(args[3]) ?? 2025, asOf: nil, jobs: 2))
lap("ingest")
let c = clean(plan.plan, i); lap("clean")
let j = join(plan.plan, i, c); lap("join")
let n = indicators(plan.plan, i.settings, j); lap("indicators")
let t = trends(plan.plan, i.settings, n); lap("trends")
let r = report(plan.plan, ingest: i, clean: c, join: j, indicators: n, trends: t, language: .vietnamese); lap("report")
let out = args[4]
func put(_ p: String, _ b: [UInt8]) throws { let u = URL(fileURLWithPath: out + "/" + p); try FileManager.default.createDirectory(at: u.deletingLastPathComponent(), withIntermediateDirectories: true); try Data(b).write(to: u) }
for f in i.stageFiles() { try put("ingest/" + f.name, f.bytes) }
for f in c.stageFiles() { try put("clean/" + f.name, f.bytes) }
for f in j.stageFiles() { try put("join/" + f.name, f.bytes) }
for f in n.stageFiles() { try put("indicators/" + f.name, f.bytes) }
for f in t.stageFiles() { try put("trends/" + f.name, f.bytes) }
for f in r { try put("reports/" + f.path, f.bytes) }
