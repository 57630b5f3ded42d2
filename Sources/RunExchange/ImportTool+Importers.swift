extension ImportTool {
  /// The importers, in files of their own.
  static let importers: [ImportTool: any RunImporter.Type] = [
    .keras: KerasLogs.self,
    .lightning: LightningLogs.self,
    .predictions: PredictionFolder.self,
    .sklearn: SklearnReports.self,
  ]
}
