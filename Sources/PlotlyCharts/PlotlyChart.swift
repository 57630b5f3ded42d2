import FileFormats

/// Figures of Plotly, as JSON, into charts of our own.
///
/// Drawn are lines and points (`scatter`), bars, histograms and heat maps over one pair of axes. Of the file only data, names
/// and axes count; colours and sizes are the house's. Everything in the file may be hostile: its size, the number of its
/// values, traces and points are bounded, and texts are cut.
///
/// ```swift
/// switch PlotlyChart.chart(of: bytes) {
/// case .drawn(let drawing): SVGWriter.figure(drawing.chart, slug: "loss")
/// case .notDrawn(let reason): "\(reason)."  // "a 3-D scatter plot is not drawn."
/// case .notAFigure: …
/// }
/// ```
package enum PlotlyChart {
  /// What became of a file.
  package enum Outcome: Sendable {
    /// It is a figure that can be drawn.
    case drawn(PlotlyDrawing)
    /// It is a figure that is not drawn; the reason is a clause without a full stop: “a box plot is not drawn”.
    case notDrawn(reason: String)
    /// It is something else.
    case notAFigure
  }

  /// The largest file that is read, in bytes.
  package static let sizeLimit = 16 << 20
  /// How many values a file may hold, counted by what parts them.
  static let valueLimit = 1_000_000
  /// How many traces are drawn.
  static let traceLimit = 20
  /// How many points of a trace are read, and how many cells of a heat map.
  static let pointLimit = 20_000
  /// How many names an axis may have, and how many bars may stand in a row.
  static let slotLimit = 400

  /// The chart that the JSON in `bytes` describes, if it is a figure that can be drawn.
  package static func chart(of bytes: [UInt8]) -> Outcome {
    guard looksLikeAnObject(bytes) else { return .notAFigure }
    guard bytes.count <= sizeLimit, valueCount(bytes) <= valueLimit else {
      guard namesAFigure(bytes) else { return .notAFigure }
      let size = bytes.count > sizeLimit ? "16 MB" : "a million values"
      return .notDrawn(reason: "a figure of more than \(size) is not drawn")
    }
    do throws(FormatError) {
      let document = try JSONReader.parse(bytes, path: "")
      return chart(of: document.root)
    } catch {
      // What is not JSON is no figure, whatever its name; the page shows it as text.
      return .notAFigure
    }
  }

  private static func chart(of root: JSONValue) -> Outcome {
    guard PlotlyFigure.isFigure(root) else { return .notAFigure }
    do throws(PlotlyRefusal) {
      return .drawn(try FigureConversion(PlotlyFigure(root)).drawing())
    } catch {
      return .notDrawn(reason: error.reason)
    }
  }

  private static func looksLikeAnObject(_ bytes: [UInt8]) -> Bool {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    return text.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } == UInt8(ascii: "{")
  }

  /// At least as many as the values in `bytes`, so that no tree is built of a file that is made to fill the memory.
  private static func valueCount(_ bytes: [UInt8]) -> Int {
    bytes.count { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "{") } + 1
  }

  /// Whether the beginning or the end of a file that is too large to be read names a figure's two parts.
  private static func namesAFigure(_ bytes: [UInt8]) -> Bool {
    let ends =
      String(decoding: bytes.prefix(4096), as: UTF8.self)
      + String(decoding: bytes.suffix(1 << 16), as: UTF8.self)
    return ends.contains("\"data\"") && ends.contains("\"layout\"")
  }
}
