import Diagnostics
import Testing

@testable import Experiments

@Suite("Names of a dataset's columns in files that use some themselves")
struct InputNamesTests {
  @Test("A name that is taken has input before it, and none comes twice")
  func names() {
    let names = InputNames.predictionFile.names([
      "id", "input id", "size", "true_x", "pred_x", "proba_x", "input true_x", "untrue_x", "label", "size",
    ])
    #expect(
      names == [
        "input input id", "input id", "size", "input input true_x", "input pred_x", "input proba_x",
        "input true_x", "untrue_x", "input label", "input size",
      ])
  }

  @Test("A test part has the header of the training part but for the truth")
  func headers() {
    let one = ClassificationDataset(
      texts: ["a"], columns: [.init(name: "label", values: ["1"])], labels: ["x"])
    let several = ClassificationDataset(
      texts: ["a"], columns: [.init(name: "true_x", values: ["1"]), .init(name: "label", values: ["2"])],
      labelSets: [["x"]])
    func header(_ dataset: ClassificationDataset, hasTruth: Bool) -> Substring {
      let table = DatasetTable(dataset, labels: ["x"], hasTruth: hasTruth)
      return String(decoding: table.commaSeparated(), as: UTF8.self).prefix { $0 != "\n" }
    }
    #expect(header(one, hasTruth: true) == "id,text,input label,label")
    #expect(header(one, hasTruth: false) == "id,text,input label")
    #expect(header(several, hasTruth: true) == "id,text,input true_x,label,true_x")
    #expect(header(several, hasTruth: false) == "id,text,input true_x,label")
  }
}
