import Diagnostics
import Evaluation
import Markup
import RunModel
import ScalarFormats

extension ExperimentPlan {
  /// The version of the part of the metadata that is ours.
  static let schemaVersion = 1

  /// The experiment's metadata as JSON: gobbli's four fields, and under `assay` what it takes to run it again.
  func metadata(of experiment: ClassificationExperiment) -> [UInt8] {
    var json = JSONWriter(style: .pretty)
    json.object { json in
      json.member("model", experiment.trainer.name)
      json.member("len_X", experiment.dataset.count)
      json.member("len_y", experiment.dataset.count)
      json.member("param_grid") { experiment.parameterGrid.write(to: &$0) }
      json.member("assay") { json in
        json.object { write(experiment, to: &$0) }
      }
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  private func write(_ experiment: ClassificationExperiment, to json: inout JSONWriter) {
    json.member("schema_version", Self.schemaVersion)
    json.member("name", experiment.name)
    json.member("trainer") { json in
      json.object { json in
        json.member("name", experiment.trainer.name)
        json.member("configuration") { json in
          json.object { json in
            for (name, value) in experiment.trainer.configuration.sorted(by: { $0.key < $1.key }) {
              json.member(name.text, value.typedJSON)
            }
          }
        }
      }
    }
    json.member("seed", String(settings.seed))
    json.member("split") { $0.array(fractions.parts) }
    json.member("stratified", settings.stratified)
    json.member("epochs", settings.epochs)
    json.member("batch_sizes") { json in
      json.object { json in
        json.member("train", settings.batchSizes.train)
        json.member("validation", settings.batchSizes.validation)
        json.member("test", settings.batchSizes.test)
      }
    }
    json.member("selection") { json in
      json.object { json in
        json.member("source", experiment.selection.source.name)
        json.member("name", experiment.selection.name.text)
        json.member("direction", experiment.selection.direction == .lowerIsBetter ? "lower" : "higher")
      }
    }
    json.member("limit", experiment.limit)
    json.member("dataset") { Self.write(experiment.dataset, to: &$0) }
    json.member("test_dataset") { json in
      if let dataset = experiment.testDataset {
        Self.write(dataset, to: &json)
      } else {
        json.element(String?.none)
      }
    }
    json.member("parts") { json in
      json.object { json in
        for (name, part) in parts {
          json.member(name) { json in
            json.object { json in
              json.member("rows", part.count)
              json.member("ids_sha256", part.idDigest)
            }
          }
        }
      }
    }
  }

  private static func write(_ dataset: ClassificationDataset, to json: inout JSONWriter) {
    json.object { json in
      json.member("rows", dataset.count)
      json.member("sha256", dataset.digest)
    }
  }
}
