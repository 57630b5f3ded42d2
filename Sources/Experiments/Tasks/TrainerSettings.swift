import Diagnostics
import Markup
import RunModel
import ScalarFormats

/// What tasks that train have in common.
enum TrainerSettings {
  /// What a trainer is given, as one JSON object, sorted by name.
  static func json(_ parameters: [ExactString: Scalar]) -> Scalar {
    var json = JSONWriter()
    json.object { json in
      for (name, value) in parameters.sorted(by: { $0.key < $1.key }) {
        json.member(name.text, value.plainJSON)
      }
    }
    return Scalar(.json, text: json.string)
  }

  /// A request to train in a folder that is made.
  ///
  /// - Throws: ``TaskError`` if there are no two labels or the disk refuses.
  static func request(
    train: ClassificationDataset, test: ClassificationDataset?, _ parameters: [ExactString: Scalar],
    _ seed: UInt64, _ epochs: Int, folder: String, _ fileSystem: FileSystem
  ) throws(TaskError) -> TrainingRequest {
    let labels = LabelOrdering.sorted(train.labels)
    guard labels.count >= 2 else {
      throw TaskError(
        .invalidInput, detail: "The data has \(labels.count) labels; expected at least two.")
    }
    do throws(FileSystemError) {
      try fileSystem.createDirectory(folder)
    } catch {
      throw TaskError(error)
    }
    return TrainingRequest(
      train: train, test: test, labels: labels, parameters: parameters, seed: seed, epochs: epochs,
      folder: folder)
  }
}
