extension ClassificationMetric {
  /// The mean precision of all labels.
  public static let precisionMacro = LabelMeasure.precision.macro
  /// The precision of the counts of all labels together; accuracy, where each row has one label.
  public static let precisionMicro = LabelMeasure.precision.micro
  /// The mean precision of all labels, weighted by support.
  public static let precisionWeighted = LabelMeasure.precision.weighted
  /// The mean over rows of the share of predicted labels that are true.
  public static let precisionSamples = LabelMeasure.precision.perSample

  /// The mean recall of all labels.
  public static let recallMacro = LabelMeasure.recall.macro
  /// The recall of the counts of all labels together; accuracy, where each row has one label.
  public static let recallMicro = LabelMeasure.recall.micro
  /// The mean recall of all labels, weighted by support.
  public static let recallWeighted = LabelMeasure.recall.weighted
  /// The mean over rows of the share of true labels that were predicted.
  public static let recallSamples = LabelMeasure.recall.perSample

  /// The mean F1 of all labels.
  public static let f1Macro = LabelMeasure.f1.macro
  /// The F1 of the counts of all labels together; accuracy, where each row has one label.
  public static let f1Micro = LabelMeasure.f1.micro
  /// The mean F1 of all labels, weighted by support.
  public static let f1Weighted = LabelMeasure.f1.weighted
  /// The mean over rows of the F1 of the row's label sets.
  public static let f1Samples = LabelMeasure.f1.perSample

  /// The mean Jaccard index of all labels.
  public static let jaccardMacro = LabelMeasure.jaccard.macro
  /// The Jaccard index of the counts of all labels together.
  public static let jaccardMicro = LabelMeasure.jaccard.micro
  /// The mean Jaccard index of all labels, weighted by support.
  public static let jaccardWeighted = LabelMeasure.jaccard.weighted
  /// The mean over rows of the Jaccard index of the row's label sets.
  public static let jaccardSamples = LabelMeasure.jaccard.perSample

  /// The mean over labels of the F-measure in which recall weighs β² times as much as precision; named
  /// `f2_macro`.
  ///
  /// - Precondition: β is from 0 to below 10⁶.
  public static func fBetaMacro(_ beta: Double) -> ClassificationMetric { LabelMeasure.fBeta(beta).macro }
  /// That F-measure of the counts of all labels together; accuracy, where each row has one label.
  ///
  /// - Precondition: β is from 0 to below 10⁶.
  public static func fBetaMicro(_ beta: Double) -> ClassificationMetric { LabelMeasure.fBeta(beta).micro }
  /// The mean over labels of that F-measure, weighted by support.
  ///
  /// - Precondition: β is from 0 to below 10⁶.
  public static func fBetaWeighted(_ beta: Double) -> ClassificationMetric {
    LabelMeasure.fBeta(beta).weighted
  }
}
