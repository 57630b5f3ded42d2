extension ImportTool {
  /// The importers, in files of their own.
  static let importers: [ImportTool: any RunImporter.Type] = [
    .wandb: WandBFolder.self,
    .skrobot: SkrobotRepository.self,
    .gobbli: GobbliFolder.self,
    .nomadic: NomadicResults.self,
    .predictions: PredictionFolder.self,
  ]
}
