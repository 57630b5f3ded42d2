extension ImportTool {
  /// The importers, in files of their own.
  static let importers: [ImportTool: any RunImporter.Type] = [
    .predictions: PredictionFolder.self,
    .sklearn: SklearnReports.self,
  ]
}
