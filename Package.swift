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
    // Foundations
    library("Diagnostics"),
    library("VietnameseText", ["Diagnostics"]),
    library("DelimitedText", ["CLibCSV"]),
    library("Distributions", ["CGSL"]),
    // Methods, the plan, the tables
    library("Methods", ["Distributions"]),
    library("Plan", ["DelimitedText", "Diagnostics", "VietnameseText"]),
    library("Tables", ["DelimitedText", "Diagnostics", "Plan"]),
    // Stages
    stage("Join"),
    stage("Indicators", ["Methods"]),
    stage("Trends", ["Methods"]),
    // Tests
    .target(
      name: "GardenPlan",
      dependencies: ["Plan"],
      path: "Tests/GardenPlan",
      swiftSettings: strict
    ),
    .target(name: "OracleSupport", path: "Tests/OracleSupport", swiftSettings: strict),
    tests("DelimitedText", ["DelimitedText"]),
    tests("Distributions", ["Distributions", "OracleSupport"]),
    tests("Methods", ["Methods", "OracleSupport"]),
    tests("Plan", ["Diagnostics", "GardenPlan", "Plan"]),
    tests("Join", ["Diagnostics", "GardenPlan", "Join", "Plan", "Tables"]),
    tests("Indicators", ["Diagnostics", "GardenPlan", "Indicators", "Plan", "Tables"]),
    tests("Trends", ["GardenPlan", "Plan", "Tables", "Trends"]),
    tests("VietnameseText", ["Diagnostics", "VietnameseText"]),
  ],
  swiftLanguageModes: [.v6]
)
