extension MetricRegistry {
  /// Assay's own metrics: first those that are asked for most.
  public static let standard = MetricRegistry([
    .accuracy, .balancedAccuracy,
    .f1Macro, .f1Micro, .f1Weighted, .f1Samples,
    .precisionMacro, .precisionMicro, .precisionWeighted, .precisionSamples,
    .recallMacro, .recallMicro, .recallWeighted, .recallSamples,
    .matthewsCorrcoef, .cohenKappa,
    .rocAUC, .rocAUCOneVersusRestMacro, .rocAUCOneVersusRestWeighted, .rocAUCOneVersusRestMicro,
    .rocAUCOneVersusOneMacro, .rocAUCOneVersusOneWeighted, .rocAUCMacro, .rocAUCWeighted, .rocAUCMicro,
    .averagePrecision, .averagePrecisionMacro, .averagePrecisionWeighted, .averagePrecisionMicro,
    .logLoss, .brierScore,
    .hammingLoss, .jaccardMacro, .jaccardMicro, .jaccardWeighted, .jaccardSamples,
  ])
}
