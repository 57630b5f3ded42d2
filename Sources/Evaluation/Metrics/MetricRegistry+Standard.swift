extension MetricRegistry {
  /// Assay's own metrics: first those that are asked for most.
  public static let standard = MetricRegistry([
    .accuracy, .balancedAccuracy,
    .f1Macro, .f1Micro, .f1Weighted, .f1Samples,
    .precisionMacro, .precisionMicro, .precisionWeighted, .precisionSamples,
    .recallMacro, .recallMicro, .recallWeighted, .recallSamples,
    .fBetaMacro(2), .fBetaMicro(2), .fBetaWeighted(2), .fBetaMacro(0.5), .fBetaMicro(0.5),
    .fBetaWeighted(0.5),
    .matthewsCorrcoef, .cohenKappa, .topKAccuracy(3), .topKAccuracy(5),
    .rocAUC, .rocAUCOneVersusRestMacro, .rocAUCOneVersusRestWeighted, .rocAUCOneVersusRestMicro,
    .rocAUCOneVersusOneMacro, .rocAUCOneVersusOneWeighted, .rocAUCMacro, .rocAUCWeighted, .rocAUCMicro,
    .averagePrecision, .averagePrecisionMacro, .averagePrecisionWeighted, .averagePrecisionMicro,
    .labelRankingAveragePrecision, .coverageError, .labelRankingLoss,
    .logLoss, .d2LogLoss, .brierScore, .d2BrierScore,
    .expectedCalibrationError, .expectedCalibrationErrorClasswise, .expectedCalibrationErrorEqualMass,
    .maximumCalibrationError,
    .hammingLoss, .jaccardMacro, .jaccardMicro, .jaccardWeighted, .jaccardSamples,
  ])
}
