import Diagnostics
import Markup

/// A part of a dataset as a file for a program.
///
/// Columns: `id`, `text`, the dataset's own, and the truth: `label`, or in CSV a column `true_<label>` of 0 and 1 for each label
/// where an example may have several, in JSON lines a list `labels`. In JSON lines the dataset's own columns are in an object
/// `columns`; in CSV one that is called as another, or as the truth, which a test part has not, has `input ` before its
/// name: so the header of all parts is the same but for the truth.
struct DatasetTable {
  private let dataset: ClassificationDataset
  private let labels: [ExactString]
  private let hasTruth: Bool

  init(_ dataset: ClassificationDataset, labels: [ExactString], hasTruth: Bool) {
    self.dataset = dataset
    self.labels = labels
    self.hasTruth = hasTruth
  }

  /// One JSON object for each example.
  func jsonLines() -> [UInt8] {
    var bytes: [UInt8] = []
    for row in 0..<dataset.count {
      var json = JSONWriter()
      json.object { json in
        json.member("id", dataset.ids[row])
        json.member("text", dataset.texts[row])
        if !dataset.columns.isEmpty {
          json.member("columns") { json in
            json.object { json in
              for column in dataset.columns { json.member(column.name.text, column.values[row]) }
            }
          }
        }
        guard hasTruth else { return }
        switch dataset.truth {
        case .labels(let truth): json.member("label", truth[row].text)
        case .labelSets(let sets): json.member("labels", sets[row].map(\.text))
        }
      }
      bytes += json.bytes
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  /// A line of names, then a line for each example.
  func commaSeparated() -> [UInt8] {
    let truthNames = dataset.isMultilabel ? labels.map { "true_" + $0.text } : ["label"]
    let names = InputNames(besides: ["id", "text"] + truthNames).names(of: dataset)
    var csv = CSVWriter(lineEnd: "\n")
    csv.row(["id", "text"] + names + (hasTruth ? truthNames : []))
    for row in 0..<dataset.count {
      var cells = [dataset.ids[row], dataset.texts[row]] + dataset.columns.map { $0.values[row] }
      if hasTruth {
        switch dataset.truth {
        case .labels(let truth): cells.append(truth[row].text)
        case .labelSets(let sets):
          let has = Set(sets[row])
          cells += labels.map { has.contains($0) ? "1" : "0" }
        }
      }
      csv.row(cells)
    }
    return csv.bytes
  }
}
