// The classes by which the style sheet knows the colours.

extension Fill {
  var className: String {
    switch self {
    case .series(let slot): "c\(slot)"
    case .sequential(let step): "q\(step)"
    case .diverging(let step): "d\(step)"
    case .ink: "ink-fill"
    case .context: "context-fill"
    case .ground: "ground-fill"
    case .diagonal: "diagonal"
    case .empty: "empty"
    case .better: "better-fill"
    case .worse: "worse-fill"
    }
  }
}

extension Stroke.Role {
  var className: String {
    switch self {
    case .series(let slot): "c\(slot)-line"
    case .ink: "ink-line"
    case .context: "context-line"
    case .ground: "ground-line"
    case .grid: "grid"
    case .axis: "axis"
    case .reference: "reference"
    }
  }
}

extension TextMark.Ink {
  /// The class of words, or nothing where they take the colour of the text around.
  var className: String? {
    switch self {
    case .plain: nil
    case .strong: "strong"
    case .on(let fill): "on-\(fill.className)"
    }
  }
}
