// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func stage(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  library(name, ["Diagnostics", "Plan", "Tables"] + dependencies)
}

func command(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .executableTarget(
    name: name,
    dependencies: dependencies,
    path: "Sources/Commands/\(name)",
    swiftSettings: strict
  )
}

/// A library that the executables share.
func commandLibrary(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(
    name: name,
    dependencies: dependencies,
    path: "Sources/Commands/\(name)",
    swiftSettings: strict
  )
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: dependencies,
    path: "Tests/\(name)Tests",
    swiftSettings: strict
  )
}

let package = Package(
  name: "ChiTieu",
  targets: [
    // C libraries
    .systemLibrary(name: "CLibCSV", providers: [.apt(["libcsv-dev"])]),
    .systemLibrary(name: "CGSL", pkgConfig: "gsl", providers: [.apt(["libgsl-dev"])]),
    .systemLibrary(name: "CNettle", providers: [.apt(["nettle-dev"])]),
    .systemLibrary(name: "CLibArchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    // Foundations
    library("Diagnostics"),
    library("Parallel"),
    library("FindingCatalogue", ["Diagnostics"]),
    library("VietnameseText", ["Diagnostics"]),
    library("PersonalData", ["Diagnostics", "VietnameseText"]),
    library("DelimitedText", ["CLibCSV"]),
    library("Digests", ["CNettle"]),
    library("Archives", ["CLibArchive", "CZlib"]),
    library("Distributions", ["CGSL"]),
    // Methods, the plan, the tables
    library("Methods", ["Distributions"]),
    library("Plan", ["DelimitedText", "Diagnostics", "VietnameseText"]),
    library("Boundaries", ["Diagnostics", "Plan"]),
    library(
      "Tables",
      ["DelimitedText", "Diagnostics", "Digests", "Parallel", "Plan", "VietnameseText"]
    ),
    library("Packages", ["Diagnostics", "Digests", "Parallel", "Plan", "Tables"]),
    // Stages
    stage(
      "Ingest",
      ["Archives", "DelimitedText", "Digests", "Parallel", "PersonalData", "VietnameseText"]
    ),
    stage("Clean", ["Parallel", "PersonalData", "VietnameseText"]),
    stage("Join", ["Methods", "Parallel", "PersonalData", "VietnameseText"]),
    stage("Indicators", ["Boundaries", "Methods", "Parallel"]),
    stage("Trends", ["Boundaries", "Methods", "Parallel"]),
    stage("Explain", ["Boundaries", "VietnameseText"]),
    stage(
      "Reports",
      ["Boundaries", "DelimitedText", "FindingCatalogue", "Parallel"]
    ),
    // The pipeline and its commands
    .systemLibrary(name: "CExchange"),
    .systemLibrary(name: "CAllocator"),
    library(
      "Pipeline",
      [
        "CAllocator", "CExchange", "Clean", "DelimitedText", "Diagnostics", "Digests", "Explain",
        "Indicators", "Ingest", "Join", "Packages", "Parallel", "Plan", "Reports", "Tables",
        "Trends", "VietnameseText",
      ]
    ),
    commandLibrary("CommandLineOptions", ["Diagnostics"]),
    commandLibrary(
      "CommandRunner",
      [
        "CommandLineOptions", "Diagnostics", "Pipeline", "Tables", "VietnameseText",
      ]
    ),
    commandLibrary(
      "StatMethods",
      [
        "CommandLineOptions", "CommandRunner", "DelimitedText", "Diagnostics", "Methods",
        "VietnameseText",
      ]
    ),
    command(
      "chitieu",
      [
        "CommandLineOptions", "CommandRunner", "DelimitedText", "Diagnostics", "Explain",
        "FindingCatalogue", "Methods", "Pipeline", "Plan", "StatMethods", "Tables", "Trends",
        "VietnameseText",
      ]
    ),
    command("chitieu-ingest", ["CommandRunner"]),
    command("chitieu-clean", ["CommandRunner", "Diagnostics", "Tables"]),
    command("chitieu-join", ["CommandRunner", "Diagnostics", "Tables"]),
    command("chitieu-indicators", ["CommandRunner", "Diagnostics", "Tables"]),
    command("chitieu-trends", ["CommandRunner", "Diagnostics", "Tables"]),
    command("chitieu-report", ["CommandRunner"]),
    // Tests
    .target(
      name: "GardenPlan",
      dependencies: ["Plan"],
      path: "Tests/GardenPlan",
      swiftSettings: strict
    ),
    .target(name: "SeededNumbers", path: "Tests/SeededNumbers", swiftSettings: strict),
    tests("DelimitedText", ["DelimitedText", "SeededNumbers"]),
    tests("Tables", ["DelimitedText", "Diagnostics", "SeededNumbers", "Tables"]),
    tests("Parallel", ["Parallel"]),
    tests("Plan", ["Diagnostics", "GardenPlan", "Plan", "SeededNumbers"]),
    tests("Boundaries", ["Boundaries", "Diagnostics", "Plan"]),
    tests("Join", ["Diagnostics", "GardenPlan", "Join", "Plan", "SeededNumbers", "Tables"]),
    .target(
      name: "SampleDistricts",
      dependencies: ["Diagnostics", "Plan", "Tables"],
      path: "Tests/SampleDistricts",
      swiftSettings: strict
    ),
    tests("Packages", ["Diagnostics", "Digests", "Packages", "Plan", "SampleDistricts", "Tables"]),
    tests(
      "Indicators",
      [
        "Boundaries", "Diagnostics", "GardenPlan", "Indicators", "Plan", "SampleDistricts",
        "Tables",
      ]
    ),
    tests(
      "Trends",
      ["Diagnostics", "GardenPlan", "Methods", "Plan", "SeededNumbers", "Tables", "Trends"]
    ),
    tests("VietnameseText", ["DelimitedText", "Diagnostics", "SeededNumbers", "VietnameseText"]),
    tests("PersonalData", ["Diagnostics", "PersonalData"]),
    tests("Archives", ["Archives"]),
    .target(
      name: "StageFixtures",
      dependencies: ["Plan", "Tables"],
      path: "Tests/StageFixtures",
      swiftSettings: strict
    ),
    tests(
      "Ingest",
      [
        "DelimitedText", "Diagnostics", "Digests", "Ingest", "PersonalData", "Plan",
        "SeededNumbers", "StageFixtures", "Tables", "VietnameseText",
      ]
    ),
    .target(
      name: "IngestPromises",
      dependencies: ["Clean", "Diagnostics", "Ingest", "Plan", "Tables"],
      path: "Tests/IngestPromises",
      swiftSettings: strict
    ),
    tests(
      "Clean",
      [
        "Clean", "Diagnostics", "Ingest", "IngestPromises", "Plan", "SeededNumbers",
        "StageFixtures", "Tables",
      ]
    ),
    tests(
      "Exports",
      [
        "Clean", "DelimitedText", "Diagnostics", "Ingest", "Plan", "StageFixtures", "Tables",
      ]
    ),
    .target(name: "OracleSupport", path: "Tests/OracleSupport", swiftSettings: strict),
    tests("Distributions", ["Distributions", "OracleSupport"]),
    tests("Methods", ["Distributions", "Methods", "OracleSupport", "SeededNumbers"]),
    tests(
      "Reports",
      [
        "Diagnostics", "Digests", "Indicators", "Methods", "Plan", "Reports", "SampleDistricts",
        "Tables", "Trends",
      ]
    ),
    tests("FindingCatalogue", ["DelimitedText", "Diagnostics", "FindingCatalogue"]),
    tests("CommandLineOptions", ["CommandLineOptions", "Diagnostics"]),
    tests(
      "StatMethods",
      [
        "CommandLineOptions", "CommandRunner", "Diagnostics", "Methods", "StatMethods",
        "VietnameseText",
        "chitieu",
      ]
    ),
    tests(
      "Pipeline",
      [
        "Diagnostics", "Explain", "OracleSupport", "Pipeline", "Plan", "Reports", "SampleData",
        "Tables", "chitieu",
        "chitieu-clean", "chitieu-indicators", "chitieu-ingest", "chitieu-join", "chitieu-report",
        "chitieu-trends",
      ]
    ),
    // The generator of the sample data; no part of the pipeline
    .target(
      name: "SampleData",
      dependencies: ["VietnameseText"],
      path: "Samples/SampleData",
      swiftSettings: strict
    ),
    .executableTarget(
      name: "sample-data",
      dependencies: ["Diagnostics", "SampleData"],
      path: "Samples/Command",
      swiftSettings: strict
    ),
    tests("SampleData", ["SampleData"]),
  ],
  swiftLanguageModes: [.v6]
)
