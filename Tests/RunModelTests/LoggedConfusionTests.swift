import RunModel
import Testing

struct LoggedConfusionTests {
  @Test func theExampleOfTheDocumentation() {
    #expect(LoggedConfusion(labels: ["cat", "dog"], counts: [[8, 2], [1, 9]])?.total == 20)
  }

  @Test func whatIsNotASquareOfCountsIsNone() {
    #expect(LoggedConfusion(labels: [], counts: []) == nil)
    #expect(LoggedConfusion(labels: ["a"], counts: [[1], [2]]) == nil)
    #expect(LoggedConfusion(labels: ["a", "b"], counts: [[1, 2], [3]]) == nil)
    #expect(LoggedConfusion(labels: ["a"], counts: [[-1]]) == nil)
    #expect(LoggedConfusion(labels: ["a", "b"], counts: [[.max, .max], [0, 0]]) == nil)
    #expect(LoggedConfusion(labels: ["a"], counts: [[1 << 53]])?.total == 1 << 53)
    let many = (0...LoggedConfusion.labelLimit).map(String.init)
    #expect(LoggedConfusion(labels: many, counts: many.map { _ in many.map { _ in 0 } }) == nil)
  }
}
