import ChartKit
import TestSupport
import Testing

@testable import PlotlyCharts

struct PlotlyChartTests {
  @Test(arguments: [
    "", "[]", "{}", "null", #"{"data": []}"#, #"{"data": [1], "layout": {}}"#, #"{"data": {}, "layout": {}}"#,
    #"{"data": [], "layout": []}"#, #"{"data": [{}], "layout": {}"#,
    "{\"data\": [{\"y\": [1]}], \"layout\": {}} x",
  ])
  func otherFilesAreNoFigures(text: String) {
    guard case .notAFigure = PlotlyChart.chart(of: Array(text.utf8)) else {
      Issue.record("\(text) is no figure")
      return
    }
  }

  @Test(arguments: [
    (#"[{"type": "scatter3d"}]"#, "a 3-D scatter plot is not drawn"),
    (#"[{"type": "box"}]"#, "a box plot is not drawn"),
    (#"[{"type": "new\u0007kind"}]"#, "a plot of the kind “new\\u{7}kind” is not drawn"),
    ("[]", "a figure without visible data is not drawn"),
    (#"[{"y": [1], "visible": false}]"#, "a figure without visible data is not drawn"),
    (#"[{"y": [null, NaN]}]"#, "a figure without visible data is not drawn"),
    (
      #"[{"y": [1]}, {"type": "bar", "y": [1]}]"#, "a figure that mixes lines or points and bars is not drawn"
    ),
    (#"[{"y": [1]}, {"y": [1], "yaxis": "y2"}]"#, "a figure with more than one pair of axes is not drawn"),
    (#"[{"y": [1], "stackgroup": "one"}]"#, "a stacked area is not drawn"),
    (#"[{"y": [1], "mode": "text"}]"#, "a series without lines and points is not drawn"),
    (#"[{"y": [1], "x": [["a"], ["b"]]}]"#, "an axis with names of two levels is not drawn"),
    (
      #"[{"type": "bar", "y": [1], "base": [3]}]"#,
      "a figure of bars that begin elsewhere than at 0 is not drawn"
    ),
    (
      #"[{"type": "bar", "x": ["a", "a"], "y": [1, 2]}]"#,
      "a figure of several bars of one series at one place is not drawn"
    ),
    (#"[{"type": "bar", "y": ["a", "b"]}]"#, "a figure of bars whose lengths are no numbers is not drawn"),
    (#"[{"type": "heatmap", "z": []}]"#, "a heat map without numbers is not drawn"),
    (
      #"[{"type": "heatmap", "z": [[1]]}, {"type": "heatmap", "z": [[1]]}]"#,
      "a figure of several heat maps is not drawn"
    ),
    (
      #"[{"type": "heatmap", "z": {"dtype": "u1", "bdata": "AAGA/w==", "shape": "3, 2"}}]"#,
      "a heat map whose shape does not fit its numbers is not drawn"
    ),
    (#"[{"type": "histogram", "x": ["2026-01-01"]}]"#, "a histogram of dates is not drawn"),
    (
      #"[{"type": "histogram", "x": [1], "cumulative": {"enabled": true}}]"#,
      "a cumulative histogram is not drawn"
    ),
    (
      #"[{"type": "histogram", "x": [1], "histfunc": "avg"}]"#,
      "a histogram of anything but counts and sums is not drawn"
    ),
    (#"[{"y": {"dtype": "u1", "bdata": "%%%%"}}]"#, "a figure whose numbers are not in base64 is not drawn"),
  ])
  func whatIsNotDrawnSaysWhy(data: String, reason: String) {
    #expect(PlotlyText.reason(data) == reason)
  }

  @Test func linesHaveGapsWhereNumbersAreMissing() throws {
    let chart = try PlotlyText.lines(#"[{"y": [1, null, NaN, Infinity, "4", "x", 1e301, true, 9]}]"#)
    #expect(
      chart.series[0].points.map(\.y.isFinite) == [
        true, false, false, false, true, false, false, false, true,
      ])
    #expect(chart.series[0].points.map(\.x) == (0..<9).map(Double.init))
    #expect(chart.series[0].name == "" && chart.title == "Lines")
  }

  @Test func columnsThatDifferInLengthEndWithTheShorter() throws {
    let chart = try PlotlyText.lines(
      #"[{"x": [1, 2, 3], "y": [1, 2]}, {"x": [5, 6]}, {"x0": 10, "dx": 2, "y": [1, 1]}]"#)
    #expect(
      chart.series.map(\.points) == [
        [Point(1, 1), Point(2, 2)], [Point(5, 0), Point(6, 1)], [Point(10, 1), Point(12, 1)],
      ])
    #expect(chart.series.map(\.name) == ["trace 0", "trace 1", "trace 2"])
  }

  @Test func modesDecideWhatIsDrawn() throws {
    func form(_ json: String) throws -> XYChart.Form { try PlotlyText.lines("[\(json)]").series[0].form }
    #expect(try form(#"{"y": [1], "mode": "lines"}"#) == .line)
    #expect(try form(#"{"y": [1], "mode": "markers+text"}"#) == .points)
    #expect(try form(#"{"y": [1]}"#) == .lineAndPoints)
    let twenty = (0..<20).map(String.init).joined(separator: ",")
    #expect(try form(#"{"y": [\#(twenty)]}"#) == .line)
    #expect(try PlotlyText.lines(#"[{"y": [1], "line": {"shape": "hv"}}]"#).series[0].joint == .acrossThenUp)
  }

  @Test func titlesAreTextsOrObjects() throws {
    let chart = try PlotlyText.lines(
      #"[{"y": [1], "name": "<i>a</i>"}]"#,
      layout:
        #"{"title": "A<br>title", "xaxis": {"title": {"text": "x<sub>1</sub>"}}, "yaxis": {"title": "y"}}"#)
    #expect(chart.title == "A title" && chart.x.title == "x₁" && chart.y.title == "y")
    #expect(chart.series[0].name == "a")
    #expect(try PlotlyText.lines(#"[{"y": [1]}]"#, layout: #"{"title": {"text": "T"}}"#).title == "T")
    let named = try PlotlyText.lines(
      #"[{"y": [1], "name": "loss"}]"#, layout: #"{"xaxis": {"title": "epoch"}}"#)
    #expect(named.title == "Lines of loss by epoch" && named.y.title == "loss")
  }

  @Test func whatIsLeftOutIsSaid() throws {
    let trace = #"{"y": [1, 2], "error_y": {"array": [1, 1]}}"#
    let hidden = #"{"y": [1], "visible": "legendonly"}"#
    let data = "[" + ([hidden] + Array(repeating: trace, count: 25)).joined(separator: ",") + "]"
    let drawing = try PlotlyText.drawing(data, layout: #"{"annotations": [{}], "shapes": [{}]}"#)
    #expect((drawing.chart as? XYChart)?.series.count == 20)
    #expect(
      drawing.remarks == [
        "One series is hidden in the figure and left out.", "Of 25 series the first 20 are drawn.",
        "Not shown: error bars, annotations and drawn shapes.",
      ])
    let long = "[" + Array(repeating: "1", count: 20_001).joined(separator: ",") + "]"
    let cut = try PlotlyText.drawing(#"[{"y": \#(long)}]"#)
    #expect((cut.chart as? XYChart)?.series[0].points.count == 20_000)
    #expect(cut.remarks == ["Of up to 20,001 values of a series the first 20,000 are read."])
    #expect(try PlotlyText.drawing(#"[{"y": [1]}]"#).remarks == [])
  }

  @Test func barsStandBesideEachOtherUnlessTheyAreStacked() throws {
    let data =
      #"[{"type": "bar", "x": ["a", "b"], "y": [1, 2]}, {"type": "bar", "x": ["b", "c"], "y": [3, 4]}]"#
    let grouped = try PlotlyText.bars(data)
    #expect(grouped.arrangement == .grouped && !grouped.isHorizontal)
    #expect(grouped.slots.map(\.name) == ["a", "b", "c"])
    #expect(grouped.series.map(\.values) == [[1, 2, nil], [nil, 3, 4]])
    for mode in ["stack", "relative"] {
      #expect(try PlotlyText.bars(data, layout: #"{"barmode": "\#(mode)"}"#).arrangement == .stacked)
    }
    let sums = try PlotlyText.bars(
      #"[{"type": "bar", "x": ["a", "a"], "y": [1, 2]}, {"type": "bar", "x": ["a"], "y": [5]}]"#,
      layout: #"{"barmode": "relative"}"#)
    #expect(sums.series.map(\.values) == [[3], [5]])
  }

  @Test func lyingBarsHaveTheirNamesUpwards() throws {
    let chart = try PlotlyText.bars(
      #"[{"type": "bar", "y": ["a", "b"], "x": [1, 2], "orientation": "h"}]"#,
      layout: #"{"xaxis": {"title": "gain"}, "yaxis": {"autorange": "reversed"}}"#)
    #expect(chart.isHorizontal && chart.places.isReversed && chart.values.title == "gain")
    #expect(chart.slots.map(\.name) == ["a", "b"])
  }

  @Test func barsOverNumbersKeepTheirDistances() throws {
    let chart = try PlotlyText.bars(#"[{"type": "bar", "x": [10, 2, 4], "y": [1, 2, 3]}]"#)
    #expect(chart.slots.map(\.center) == [2, 4, 10] && chart.slotWidth == 2)
    #expect(chart.series[0].values == [2, 3, 1])
  }

  @Test func histogramsCountInBinsThatTracesShare() throws {
    let chart = try PlotlyText.bars(
      #"[{"type": "histogram", "x": [0.1, 0.6, 0.7], "xbins": {"start": 0, "end": 1, "size": 0.5}}, {"type": "histogram", "x": [0.2]}]"#,
      layout: #"{"barmode": "overlay"}"#)
    #expect(chart.areBins && chart.arrangement == .outlined)
    #expect(chart.slots.map(\.name) == ["0.0 to 0.5", "0.5 to 1.0"])
    #expect(chart.series.map(\.values) == [[1, 2], [1, 0]])
    #expect(chart.values.title == "count")
    let shares = try PlotlyText.bars(
      #"[{"type": "histogram", "y": ["a", "b", "a", "a"], "histnorm": "percent"}]"#)
    #expect(shares.isHorizontal && !shares.areBins)
    #expect(shares.series[0].values == [75, 25] && shares.values.title == "percent")
    let sums = try PlotlyText.bars(
      #"[{"type": "histogram", "x": ["a", "b", "a"], "y": [2, 3, 5], "histfunc": "sum"}]"#)
    #expect(sums.series[0].values == [7, 3])
  }

  @Test func rowsOfHeatMapsRunUpwardsUnlessTheAxisIsReversed() throws {
    let data =
      #"[{"type": "heatmap", "z": [[1, 2, null], [4, 5]], "y": ["p", "q"], "colorbar": {"title": {"text": "n"}}}]"#
    let upwards = try #require(PlotlyText.drawing(data).chart as? HeatmapChart)
    #expect(upwards.rows == ["q", "p"] && upwards.columns == ["0", "1", "2"] && upwards.valueTitle == "n")
    #expect(upwards.values == [[4, 5, nil], [1, 2, nil]])
    let downwards = try #require(
      PlotlyText.drawing(
        data, layout: #"{"yaxis": {"autorange": "reversed"}, "xaxis": {"autorange": "reversed"}}"#
      ).chart
        as? HeatmapChart)
    #expect(downwards.rows == ["p", "q"] && downwards.columns == ["2", "1", "0"])
    #expect(downwards.values == [[nil, 2, 1], [nil, 5, 4]])
    let typed = try #require(
      PlotlyText.drawing(
        #"[{"type": "heatmap", "z": {"dtype": "u1", "bdata": "AQIDBAUG", "shape": "2, 3"}}]"#
      ).chart
        as? HeatmapChart)
    #expect(typed.values == [[4, 5, 6], [1, 2, 3]])
  }

  @Test func filesThatAreMadeToFillTheMemoryAreNotRead() {
    let many = "{\"data\": [{\"y\": [" + String(repeating: "1,", count: 1_000_001) + "1]}], \"layout\": {}}"
    guard case .notDrawn(let reason) = PlotlyChart.chart(of: Array(many.utf8)) else {
      Issue.record("it was read")
      return
    }
    #expect(reason == "a figure of more than a million values is not drawn")
    let cells =
      "["
      + Array(repeating: "[" + Array(repeating: "1", count: 201).joined(separator: ",") + "]", count: 100)
      .joined(separator: ",") + "]"
    #expect(
      PlotlyText.reason(#"[{"type": "heatmap", "z": \#(cells)}]"#)
        == "a heat map of more than 20,000 cells is not drawn")
    let bars = (0..<401).map(String.init).joined(separator: ",")
    #expect(
      PlotlyText.reason(#"[{"type": "bar", "y": [\#(bars)]}]"#)
        == "a figure of more than 400 bars in a row is not drawn")
  }
}
