// swift-tools-version: 6.1

import PackageDescription

/// Every target is built with these: Swift 6 language mode comes from the tools version above.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A module and its tests.
///
/// `testing` is what only the tests depend on. What a module may depend on is written in ARCHITECTURE.md and proved by a test.
func module(
  _ name: String,
  _ dependencies: [Target.Dependency] = [],
  testing: [Target.Dependency] = [],
  plugins: [Target.PluginUsage] = []
) -> [Target] {
  [
    .target(name: name, dependencies: dependencies, swiftSettings: settings, plugins: plugins),
    .testTarget(
      name: "\(name)Tests",
      dependencies: [.target(name: name), "TestSupport"] + dependencies + testing,
      swiftSettings: settings),
  ]
}

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let postgreSQL = Target.Dependency.target(name: "CPostgreSQL", condition: .when(traits: ["PostgreSQL"]))

let package = Package(
  name: "assay",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "assay", targets: ["assay"]),
    .library(name: "Assay", targets: ["Assay"]),
  ],
  traits: [
    .trait(
      name: "PostgreSQL",
      description: "Queues of jobs in PostgreSQL databases, through libpq: swift build --traits PostgreSQL")
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
  ],
  targets: [
    .systemLibrary(name: "CCMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    // Needed with the trait PostgreSQL alone.
    .systemLibrary(name: "CPostgreSQL", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

    .target(name: "CAtomicRename"),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    .target(
      name: "ServerSupport", dependencies: ["TestSupport"], path: "Tests/ServerSupport",
      swiftSettings: settings),
    .testTarget(name: "TestSupportTests", dependencies: ["TestSupport"], swiftSettings: settings),
    .testTarget(name: "RepositoryTests", dependencies: ["TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["RunRegistry", "RunModel", "Diagnostics", "TestSupport", "ServerSupport"],
      swiftSettings: settings),

    .executableTarget(
      name: "queue-worker", dependencies: ["Jobs", "RunModel", "Diagnostics"], path: "Tests/QueueWorker",
      swiftSettings: settings),
    .executableTarget(name: "assay", dependencies: ["AssayCommands"], swiftSettings: settings),
    .executableTarget(name: "embed-assets", swiftSettings: settings),
    .plugin(name: "EmbedAssets", capability: .buildTool(), dependencies: ["embed-assets"]),
  ]
    + module("Diagnostics", ["CAtomicRename"])
    + module("Markup")
    + module("EmbeddedAssets", plugins: ["EmbedAssets"])
    + module("FileFormats", ["Diagnostics", "CZlib", yams])
    + module("CommonMark", ["Markup", "CCMark"])
    + module("RunModel", ["Diagnostics"])
    + module("Evaluation", ["Diagnostics"])
    + module("ChartKit", ["Markup"])
    + module("PlotlyCharts", ["ChartKit", "FileFormats", "Markup", "Diagnostics"])
    + module("PredictionFiles", ["Evaluation", "FileFormats", "Diagnostics"])
    + module("EvaluationFiles", ["Evaluation", "Markup", "Diagnostics"], testing: ["FileFormats"])
    + module("ScalarFormats", ["RunModel", "FileFormats", "Markup", "Diagnostics"])
    + module(
      "RunRegistry",
      ["RunModel", "ScalarFormats", "FileFormats", "Markup", "Diagnostics", subprocess, crypto],
      testing: ["ServerSupport"])
    + module("RunExchange", ["RunModel", "ScalarFormats", "FileFormats", "Markup", "Diagnostics", grdb])
    + module(
      "Jobs", ["RunModel", "ScalarFormats", "FileFormats", "Markup", "Diagnostics", grdb, postgreSQL],
      testing: ["ServerSupport"])
    + module(
      "Experiments",
      [
        "Jobs", "RunRegistry", "PredictionFiles", "Evaluation", "ScalarFormats", "RunModel", "FileFormats",
        "Markup", "Diagnostics", subprocess, "CCurl",
      ])
    + module("ReportModel", ["RunModel", "Evaluation", "ChartKit", "Markup", "Diagnostics"])
    + module(
      "SiteBuilder",
      [
        "ReportModel", "EvaluationFiles", "ChartKit", "PlotlyCharts", "CommonMark", "EmbeddedAssets",
        "Markup",
        "RunModel", "Evaluation", "PredictionFiles", "Diagnostics", mustache, crypto,
      ])
    + module(
      "AssayCommands",
      [
        "SiteBuilder", "ReportModel", "Experiments", "Jobs", "RunExchange", "RunRegistry", "EvaluationFiles",
        "PredictionFiles", "Evaluation", "RunModel", "FileFormats", "Markup", "Diagnostics", argumentParser,
      ])
    + module(
      "Assay",
      [
        "Diagnostics", "Evaluation", "Experiments", "Jobs", "PredictionFiles", "ReportModel", "RunExchange",
        "RunModel", "RunRegistry", "SiteBuilder",
      ])
)
