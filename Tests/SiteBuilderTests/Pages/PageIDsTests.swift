import ReportModel
import Testing

@testable import SiteBuilder

@Suite struct PageIDsTests {
  @Test func nobodyGetsAnIdTwice() {
    var ids = PageIDs()
    let claimed = ["roc", "roc", "roc-2", "main", "a b", "a/b", ""].map { ids.claim($0) }
    #expect(claimed.prefix(4) == ["roc", "roc-2", "roc-2-2", "main-2"])
    #expect(Set(claimed).count == 7)
    #expect(ids["roc"] == "roc")
    #expect(ids["main"] == "main-2")
    #expect(ids["nobody"] == nil)
  }

  @Test func theIdsWithinADrawingAreKeptFree() {
    var ids = PageIDs()
    let figure = ids.claim("roc", isFigure: true)
    #expect(figure == "roc")
    let others = ["roc-t", "roc-d", "roc-c12", "roc-c", "roc-x"].map { ids.claim($0) }
    #expect(others == ["roc-t-2", "roc-d-2", "roc-c12-2", "roc-c", "roc-x"])
    let taken = ids.claim("pr-t")
    let late = ids.claim("pr", isFigure: true)
    #expect(taken == "pr-t")
    #expect(late == "pr-2")
  }

  @Test func anIdThatOthersRelyOnIsHadAsItIsOrNotAtAll() {
    var ids = PageIDs()
    let had = ["run-1", "run-1", "run 1"].map { ids.claimExactly($0) }
    #expect(had == [true, false, false])
  }
}
