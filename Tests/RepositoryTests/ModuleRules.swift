/// What each module may import: the same table as in `ARCHITECTURE.md`, as data.
struct ModuleRule: Equatable {
  var name: String
  /// Modules of this package, all of them above this one in the table.
  var modules: Set<String>
  /// Modules of other packages and system libraries.
  var packages: Set<String> = []

  /// Every module, those that others are built on first.
  static let all = [
    ModuleRule(name: "Diagnostics", modules: [], packages: ["CAtomicRename"]),
    ModuleRule(name: "Markup", modules: []),
    ModuleRule(name: "EmbeddedAssets", modules: []),
    ModuleRule(name: "FileFormats", modules: ["Diagnostics"], packages: ["Yams", "CZlib"]),
    ModuleRule(name: "CommonMark", modules: ["Markup"], packages: ["CCMark"]),
    ModuleRule(name: "RunModel", modules: ["Diagnostics"]),
    ModuleRule(name: "Evaluation", modules: ["Diagnostics"]),
    ModuleRule(name: "ChartKit", modules: ["Markup"]),
    ModuleRule(name: "PlotlyCharts", modules: ["ChartKit", "FileFormats", "Markup", "Diagnostics"]),
    ModuleRule(name: "PredictionFiles", modules: ["Evaluation", "FileFormats", "Diagnostics"]),
    ModuleRule(name: "EvaluationFiles", modules: ["Evaluation", "Markup", "Diagnostics"]),
    ModuleRule(name: "ScalarFormats", modules: ["RunModel", "FileFormats", "Markup", "Diagnostics"]),
    ModuleRule(
      name: "RunRegistry", modules: ["RunModel", "ScalarFormats", "FileFormats", "Markup", "Diagnostics"],
      packages: ["Subprocess", "Crypto"]),
    ModuleRule(
      name: "RunExchange", modules: ["RunModel", "ScalarFormats", "FileFormats", "Markup", "Diagnostics"],
      packages: ["GRDB"]),
    ModuleRule(
      name: "Jobs", modules: ["RunModel", "ScalarFormats", "FileFormats", "Markup", "Diagnostics"],
      packages: ["GRDB", "CPostgreSQL"]),
    ModuleRule(
      name: "Experiments",
      modules: [
        "Jobs", "RunRegistry", "PredictionFiles", "Evaluation", "ScalarFormats", "RunModel", "FileFormats",
        "Markup", "Diagnostics",
      ],
      packages: ["Subprocess", "CCurl"]),
    ModuleRule(
      name: "ReportModel", modules: ["RunModel", "Evaluation", "ChartKit", "Markup", "Diagnostics"]),
    ModuleRule(
      name: "SiteBuilder",
      modules: [
        "ReportModel", "EvaluationFiles", "ChartKit", "PlotlyCharts", "CommonMark", "EmbeddedAssets",
        "Markup",
        "RunModel", "Evaluation", "PredictionFiles", "Diagnostics",
      ],
      packages: ["Mustache", "Crypto"]),
    ModuleRule(
      name: "AssayCommands",
      modules: [
        "SiteBuilder", "ReportModel", "Experiments", "Jobs", "RunExchange", "RunRegistry", "EvaluationFiles",
        "PredictionFiles", "Evaluation", "RunModel", "FileFormats", "Markup", "Diagnostics",
      ],
      packages: ["ArgumentParser"]),
    ModuleRule(
      name: "Assay",
      modules: [
        "SiteBuilder", "ReportModel", "Experiments", "Jobs", "RunExchange", "RunRegistry", "PredictionFiles",
        "Evaluation", "RunModel", "Diagnostics",
      ]),
    ModuleRule(name: "assay", modules: ["AssayCommands"]),
  ]

  /// What comes with Swift and the system, open to every module.
  static let system: Set<String> = [
    "Swift", "Foundation", "FoundationEssentials", "Glibc", "Musl", "Darwin", "Dispatch", "Synchronization",
  ]

  /// Targets that are no rooms: build tools and system libraries.
  static let besideTheRooms: Set<String> = [
    "CAtomicRename", "CCMark", "CCurl", "CPostgreSQL", "CZlib", "embed-assets",
  ]
}
