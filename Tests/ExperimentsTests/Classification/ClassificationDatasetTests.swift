import Diagnostics
import Experiments
import Testing

@Suite("A dataset for classification")
struct ClassificationDatasetTests {
  @Test("Examples without ids are named by their position")
  func ids() {
    let dataset = ClassificationDataset(texts: ["a", "b"], labels: ["x", "y"])
    #expect(dataset.ids == ["0", "1"])
    #expect(dataset.count == 2)
    #expect(!dataset.isMultilabel)
  }

  @Test("Rows are taken in the order that is asked for, with all that belongs to them")
  func rows() {
    let dataset = ClassificationDataset(
      texts: ["a", "b", "c"], columns: [.init(name: "n", values: ["1", "2", "3"])], labels: ["x", "y", "x"])
    let part = dataset[rows: [2, 0]]
    #expect(part.ids == ["2", "0"])
    #expect(part.texts == ["c", "a"])
    #expect(part.columns == [.init(name: "n", values: ["3", "1"])])
    #expect(part.truth == .labels(["x", "x"]))
    #expect(part.appending(dataset[rows: [1]]) == dataset[rows: [2, 0, 1]])
    let sets = ClassificationDataset(texts: ["a", "b"], labelSets: [["x", "y"], []])
    #expect(sets[rows: [1]].truth == .labelSets([[]]))
    #expect(sets.labels(ofRow: 0) == ["x", "y"])
  }

  @Test("Labels are sorted by their bytes, and spellings stay apart")
  func labels() {
    let dataset = ClassificationDataset(
      texts: ["", "", "", ""], labels: ["b", "caf\u{E9}", "cafe\u{301}", "B"])
    #expect(dataset.labels == ["B", "b", "cafe\u{301}", "caf\u{E9}"])
    #expect(ClassificationDataset(texts: ["", ""], labelSets: [["q", "p"], ["q"]]).labels == ["p", "q"])
  }

  @Test("The log loss is the mean surprise at the truth")
  func logLoss() throws {
    let dataset = ClassificationDataset(texts: ["a", "b"], labels: ["x", "y"])
    let loss = try #require(dataset.logLoss(of: [[0.5, 0.5], [0.75, 0.25]], labels: ["x", "y"]))
    #expect(abs(loss - 1.5 * 0.6931471805599453) < 1e-15)
    let certain = try #require(dataset.logLoss(of: [[0, 1], [0, 1]], labels: ["x", "y"]))
    #expect(abs(certain - 26 * 0.6931471805599453) < 1e-12)
    let sets = ClassificationDataset(texts: ["a"], labelSets: [["x"]])
    let several = try #require(sets.logLoss(of: [[0.5, 0.75]], labels: ["x", "y"]))
    #expect(abs(several - 1.5 * 0.6931471805599453) < 1e-15)
    #expect(dataset[rows: []].logLoss(of: [], labels: ["x"]) == nil)
  }
}
