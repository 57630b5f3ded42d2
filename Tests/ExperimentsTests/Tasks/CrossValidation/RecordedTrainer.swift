import Diagnostics
import Experiments
import FileFormats
import RunModel
import TestSupport

/// Predicts what scikit-learn predicted in `write_skrobot_probabilities.py`, by the examples that it is trained on.
struct RecordedTrainer: Trainer {
  let name = "LogisticRegression"
  /// Split, part → id → probability of `1`; the split `test` was trained on everything.
  private let probabilities: [String: [String: Double]]
  /// The ids that each split was trained on, joined.
  private let splits: [[String]: String]

  init() throws {
    let files = FileSystem.disk
    let path = Fixture.path("skrobot-tasks/probabilities.csv")
    let reader = DelimitedReader(try files.open(path), path: path, delimiter: UInt8(ascii: ","))
    var probabilities: [String: [String: Double]] = [:]
    for row in try reader.rows() {
      probabilities["\(row[0]) \(row[1])", default: [:]][row[2]] = Scalar.text(row[4]).number
    }
    var splits: [[String]: String] = [:]
    for split in ["0", "1", "2"] { splits[probabilities["\(split) train"]?.keys.sorted() ?? []] = split }
    self.probabilities = probabilities
    self.splits = splits
  }

  func train(_ request: TrainingRequest) async throws -> TrainingOutcome {
    let split = splits[request.train.ids.sorted()]
    func rows(_ part: ClassificationDataset?, _ name: String) -> [[Double]]? {
      part.map { part in
        part.ids.map { id in
          let p = probabilities[name]?[id] ?? .nan
          return [1 - p, p]
        }
      }
    }
    return TrainingOutcome(
      validation: rows(request.validation, "\(split ?? "none") train"),
      test: rows(request.test, split.map { "\($0) validation" } ?? "test test"))
  }

  /// A dataset of skrobot's sample data.
  static func dataset(_ name: String) throws -> ClassificationDataset {
    let path = Fixture.path("skrobot-tasks/" + name)
    let reader = DelimitedReader(try FileSystem.disk.open(path), path: path, delimiter: UInt8(ascii: ","))
    let names = try reader.header().names
    let rows = try reader.rows()
    return ClassificationDataset(
      ids: rows.map { $0[0] }, texts: rows.map { _ in "" },
      columns: (1...3).map { column in
        ClassificationDataset.Column(name: ExactString(names[column]), values: rows.map { $0[column] })
      },
      labels: rows.map { ExactString($0[4]) })
  }
}
