extension ImportTool {
  /// The importers, in files of their own.
  static let importers: [ImportTool: any RunImporter.Type] = [
    .mlflow: MLflowImporter.self,
    .predictions: PredictionFolder.self,
    .dvclive: DVCLiveLogs.self,
    .hfTrainer: TrainerRuns.self,
    .keras: KerasLogs.self,
    .lightning: LightningLogs.self,
    .sacred: SacredRuns.self,
    .sklearn: SklearnReports.self,
  ]
}
