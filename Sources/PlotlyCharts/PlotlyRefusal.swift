/// Why a figure is not drawn.
struct PlotlyRefusal: Error, Hashable, Sendable {
  /// A clause in plain words, without a full stop: “a box plot is not drawn”.
  let reason: String

  /// A refusal for this reason.
  init(reason: String) {
    self.reason = reason
  }

  /// That a sort of figure is not drawn, named with its article: “a box plot”.
  static func kind(_ name: String) -> PlotlyRefusal {
    PlotlyRefusal(reason: "\(name) is not drawn")
  }
}
