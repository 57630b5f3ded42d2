extension ImportTool {
  /// The importers, in files of their own.
  static let importers: [ImportTool: any RunImporter.Type] = [
    .mlflow: MLflowImporter.self,
    .predictions: PredictionFolder.self,
  ]
}
