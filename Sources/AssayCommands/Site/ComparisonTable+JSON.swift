import Diagnostics
import Evaluation
import EvaluationFiles
import Markup
import ReportModel
import RunModel

extension ComparisonTable {
  /// The table as JSON: `{schema_version, same_examples, baseline, candidates}`.
  ///
  /// A run is `{experiment, variant, run, rows, metrics}`, a candidate has `differences` too: candidate − baseline, and
  /// `comparison` with intervals, tests and verdict as `assay evaluate --against` writes it, but without the examples;
  /// `null` with a `reason` if both were not tested on the same ones. What is undefined or was not measured is `null`;
  /// numbers that are not finite are strings.
  var json: [UInt8] {
    var json = JSONWriter(style: .pretty)
    json.object { json in
      json.member("schema_version", 1)
      json.member("same_examples", haveSameExamples)
      json.member("baseline") { write(0, to: &$0) }
      json.member("candidates") { json in
        json.array { json in
          for index in runs.indices.dropFirst() { write(index, to: &json) }
        }
      }
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  private func write(_ index: Int, to json: inout JSONWriter) {
    let entry = runs[index]
    json.object { json in
      json.member("experiment", entry.run.id.experiment.text)
      json.member("variant", entry.run.id.variant.text)
      json.member("run", entry.run.id.run.text)
      json.member("rows", entry.evaluated?.evaluation.rowCount)
      json.member("metrics") { json in
        json.object { json in
          for row in rows { json.member(row.name, row.values[index]) }
        }
      }
      guard index > 0 else { return }
      json.member("differences") { json in
        json.object { json in
          for row in rows { json.member(row.name, row.differences[index - 1]) }
        }
      }
      if let comparison = paired.comparisons[index - 1] {
        json.member("comparison") {
          ComparisonDocument(comparison, listsExamples: false).write(to: &$0)
        }
      } else {
        json.member("comparison", Bool?.none)
        json.member("reason", paired.problems[index - 1]?.found ?? "not both have predictions")
      }
    }
  }
}
