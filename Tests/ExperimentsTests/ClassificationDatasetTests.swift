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
}
