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

  @Test func theDataOfAFigureHaveANameOfTheirOwn() {
    func figure() -> ReportFigure {
      var figure = ReportFigure(slug: "a", finding: nil, what: "", chart: TinyChart())
      figure.data = ReportTable(label: "Data: Recall", columns: [.init("Run")], rows: [])
      return figure
    }
    var page = ReportPage(kind: .experiment, kindName: "", title: "t")
    page.sections = [ReportSection(slug: "s", title: "S", blocks: [.figure(figure()), .figure(figure())])]
    var ids = PageIDs()
    let labels = ids.identify(page, rowID: { _ in nil }).sections[0].blocks.map { block in
      if case .figure(let figure) = block { figure.data?.label } else { nil as String? }
    }
    #expect(labels[0] == "Data: Recall" && labels[1] != labels[0] && labels[1] != nil)
  }

  @Test func anIdThatOthersRelyOnIsHadAsItIsOrNotAtAll() {
    var ids = PageIDs()
    let had = ["run-1", "run-1", "run 1"].map { ids.claimExactly($0) }
    #expect(had == [true, false, false])
  }
}
