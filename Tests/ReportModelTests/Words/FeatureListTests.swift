import Testing

@testable import ReportModel

struct FeatureListTests {
  @Test func aFewFeaturesAreAParagraph() {
    #expect(PageText([FeatureList.block(["x", "y"])]).lines == ["2 features: x and y"])
    #expect(PageText([FeatureList.block(["x"])]).lines == ["1 feature: x"])
  }

  @Test func manyAreFoldedAndVeryManyCut() {
    let names = (1...3000).map { "x\($0)" }
    let lines = PageText([FeatureList.block(names)]).lines
    #expect(lines[0] == "3,000 features")
    #expect(lines[1].hasSuffix(", x1000 and 2,000 more"))
  }
}
