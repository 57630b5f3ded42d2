extension ImportTool {
  /// The importers, in files of their own.
  static let importers: [ImportTool: any RunImporter.Type] = [
    .dvclive: DVCLiveLogs.self,
    .hfTrainer: TrainerRuns.self,
    .keras: KerasLogs.self,
    .lightning: LightningLogs.self,
    .predictions: PredictionFolder.self,
    .sacred: SacredRuns.self,
    .sklearn: SklearnReports.self,
  ]
}
