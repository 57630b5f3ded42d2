import Diagnostics

/// The files of a cross-validation: tables and reports under skrobot's names.
struct CrossValidationFiles {
  private let files: [(name: String, bytes: [UInt8])]

  /// The files of a result, as far as the task asks for them.
  init(result: CrossValidationResult, task: EvaluationCrossValidationTask) {
    var files = CrossValidationTables(result: result).files
    func add(_ part: CrossValidationPart?, _ title: String, _ stem: String, lists: Bool) {
      guard let part else { return }
      let reports = CrossValidationReports(
        part: part, title: title, threshold: result.threshold, beta: result.beta)
      if task.exportsClassificationReports {
        files.append(
          (
            "classification_reports/classification_report_\(stem).txt",
            Array(reports.classificationReport.utf8)
          ))
      }
      guard lists else { return }
      if task.exportsFalsePositivesReports, let report = reports.falsePositivesReport {
        files.append(("false_positives_reports/false_positives_report_\(stem).txt", Array(report.utf8)))
      }
      if task.exportsFalseNegativesReports, let report = reports.falseNegativesReport {
        files.append(("false_negatives_reports/false_negatives_report_\(stem).txt", Array(report.utf8)))
      }
    }
    for (number, split) in result.splits.enumerated() {
      for (part, name) in [(split.validation, "validation"), (split.train, "train")] {
        add(part, "CV split \(number) \(name) data", "cv_split_\(number)_\(name)_data", lists: true)
      }
    }
    add(result.pooledValidation, "CV validation data", "cv_validation_data", lists: false)
    add(result.pooledTrain, "CV train data", "cv_train_data", lists: false)
    add(result.test, "test data", "test_data", lists: true)
    self.files = files
  }

  /// Writes them below `directory`, each whole.
  func write(to directory: String, _ fileSystem: FileSystem) throws(FileSystemError) {
    for (name, bytes) in files {
      let path = FilePath.join(directory, name)
      try fileSystem.createDirectory(FilePath.parent(of: path))
      try fileSystem.write(bytes, path)
    }
  }
}
