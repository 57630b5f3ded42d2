import ChartKit
import FileFormats
import Testing

@testable import PlotlyCharts

struct AxisConversionTests {
  private func axis(_ layout: String, _ values: [PlotlyValue], weights: [PlotlyValue] = []) throws
    -> AxisConversion
  {
    let json = try JSONReader.parse(Array(layout.utf8), path: "").root
    return try AxisConversion(
      PlotlyAxis(json), columns: [PlotlyColumn(values)], weights: [PlotlyColumn(weights)])
  }

  @Test func theDataDecideWhatAnAxisIs() throws {
    #expect(try axis("{}", [.number(1), .missing, .text("2.5")]).axis.scale == .linear)
    #expect(try axis("{}", [.text("2026-01-01"), .missing]).axis.scale == .time)
    #expect(try axis("{}", [.text("b"), .text("a"), .text("b")]).axis.scale == .categories(["b", "a"]))
    #expect(try axis("{}", []).axis.scale == .linear)
    #expect(try axis(#"{"type": "-"}"#, [.text("a")]).axis.scale == .categories(["a"]))
  }

  @Test func theLayoutOverrulesTheData() throws {
    #expect(
      try axis(#"{"type": "category"}"#, [.number(3), .number(1)]).axis.scale == .categories(["3", "1"]))
    #expect(try axis(#"{"type": "log"}"#, [.number(3)]).axis.scale == .logarithmic)
    let time = try axis(#"{"type": "date"}"#, [.number(86_400_000)])
    #expect(time(.number(86_400_000)) == 86_400 && time(.text("1970-01-03")) == 172_800)
    #expect(time(.number(1e30)).isNaN)
  }

  @Test func valuesHavePlaces() throws {
    let names = try axis("{}", [.text("b"), .text("<b>a</b>")])
    #expect(names(.text("a")) == 1 && names(.text("b")) == 0)
    #expect(names(.text("c")).isNaN && names(.missing).isNaN)
    let numbers = try axis("{}", [.number(1)])
    #expect(numbers(.text("1e3")) == 1000)
    #expect(numbers(.text("nan")).isNaN && numbers(.text("0x10")).isNaN && numbers(.text("1e999")).isNaN)
  }

  @Test func spellingsThatLookAlikeAreTwoNames() throws {
    let axis = try axis("{}", [.text("caf\u{E9}"), .text("cafe\u{301}")])
    #expect(axis(.text("cafe\u{301}")) == 1)
  }

  @Test func anAxisMayRunTheOtherWay() throws {
    #expect(try axis(#"{"autorange": "reversed"}"#, []).axis.isReversed)
    #expect(try axis(#"{"range": [5, 0]}"#, []).axis.isReversed)
    #expect(try !axis(#"{"range": [0, 5], "autorange": true}"#, []).axis.isReversed)
  }

  @Test func rangesWidenTheAxisAndNeverCutIt() throws {
    #expect(try axis(#"{"range": [0, 1]}"#, [.number(0.8)]).axis.includes == [0, 1])
    #expect(try axis(#"{"type": "log", "range": [-2, 3]}"#, []).axis.includes == [0.01, 1000])
    #expect(try axis(#"{"type": "log", "range": [-2, 1e9]}"#, []).axis.includes == [0.01])
    #expect(try axis(#"{"rangemode": "tozero"}"#, [.number(5)]).axis.includes == [0])
  }

  @Test func namesStandInTheOrderThatTheLayoutWants() throws {
    let values: [PlotlyValue] = [.text("b"), .text("c"), .text("a")]
    let weights: [PlotlyValue] = [.number(2), .number(3), .number(1)]
    func order(_ layout: String) throws -> ChartAxis.Scale {
      try axis(layout, values, weights: weights).axis.scale
    }
    #expect(try order(#"{"categoryorder": "category ascending"}"#) == .categories(["a", "b", "c"]))
    #expect(try order(#"{"categoryorder": "total descending"}"#) == .categories(["c", "b", "a"]))
    #expect(try order(#"{"categoryarray": ["c", "a"]}"#) == .categories(["c", "a", "b"]))
    #expect(try order(#"{"categoryorder": "nonsense"}"#) == .categories(["b", "c", "a"]))
  }

  @Test func tooManyNamesAreRefused() {
    #expect(throws: PlotlyRefusal(reason: "an axis of more than 400 names is not drawn")) {
      try axis("{}", (0..<401).map { .text("name \($0)") })
    }
  }
}
