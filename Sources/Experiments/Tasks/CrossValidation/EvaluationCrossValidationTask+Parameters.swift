import Diagnostics
import Markup
import RunModel

extension EvaluationCrossValidationTask {
  /// The parameters under skrobot's names, so that its readers find them.
  public var parameters: TaskParameters {
    var parameters: TaskParameters = [
      "estimator": .text(trainer.name),
      "train_data_set": .text("\(train.count) examples"),
      "test_data_set": test.map { .text("\($0.count) examples") } ?? Scalar(.null, text: "null"),
      "estimator_params": TrainerSettings.json(trainerParameters),
      "random_seed": Scalar(.integer, text: "\(seed)"),
      "epochs": .integer(epochs),
    ]
    if let positive { parameters["positive_label"] = .text(positive.text) }
    switch thresholdSelection {
    case .metric(let name, let greaterIsBetter):
      parameters["threshold_selection_by"] = .text(name)
      parameters["metric_greater_is_better"] = .boolean(greaterIsBetter)
    case .value(let value):
      parameters["threshold_selection_by"] = .real(value)
    }
    parameters["thresholds"] = Self.json { $0.array(thresholds) }
    parameters["export_classification_reports"] = .boolean(exportsClassificationReports)
    parameters["export_false_positives_reports"] = .boolean(exportsFalsePositivesReports)
    parameters["export_false_negatives_reports"] = .boolean(exportsFalseNegativesReports)
    parameters["export_also_for_train_folds"] = .boolean(exportAlsoForTrainFolds)
    parameters["fscore_beta"] = Int(exactly: beta).map { .integer($0) } ?? .real(beta)
    switch folds {
    case .stratified(let count, let shuffle):
      parameters["fold_options"] = Self.json { json in
        json.object {
          $0.member("total_folds", count)
          $0.member("shuffle", shuffle)
        }
      }
      parameters["fold_method"] = "stratified"
    case .custom(let folds):
      parameters["fold_options"] = Self.json { json in
        json.object { $0.member("total_folds", Set(folds.values).count) }
      }
      parameters["fold_method"] = "custom"
    }
    return parameters
  }

  private static func json(_ write: (inout JSONWriter) -> Void) -> Scalar {
    var json = JSONWriter()
    write(&json)
    return Scalar(.json, text: json.string)
  }
}
