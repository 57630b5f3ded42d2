extension Mark {
  /// All of a mark but its place and its words: what neighbours may have in common.
  enum Paint: Hashable {
    /// Of a shape.
    case style(Style)
    /// Of words; those of this mark are empty, and stand nowhere.
    case letters(TextMark)
  }

  /// How it is painted; nil for what is made of marks.
  var paint: Paint? {
    switch self {
    case .shape(_, let style, _): return .style(style)
    case .text(var text):
      text.string = ""
      text.title = nil
      text.position = Point(0, 0)
      text.rotation = 0
      return .letters(text)
    case .clip: return nil
    }
  }
}

extension [Mark] {
  /// The marks in their order, in runs of one paint; words that lie on nothing else stand by their neighbours of the same
  /// paint, as they do not hide one another.
  var runs: [(paint: Mark.Paint?, marks: [Mark])] {
    var runs: [(paint: Mark.Paint?, marks: [Mark])] = []
    /// Where the words begin that follow one another last.
    var firstOfWords = 0
    for mark in self {
      let paint = mark.paint
      let isFree = if case .text(let text) = mark { !text.hasHalo } else { false }
      let place = isFree ? runs[firstOfWords...].firstIndex { $0.paint == paint } : runs.indices.last
      if let place, paint != nil, runs[place].paint == paint {
        runs[place].marks.append(mark)
      } else {
        runs.append((paint: paint, marks: [mark]))
      }
      if !isFree { firstOfWords = runs.count }
    }
    return runs
  }
}

extension Path {
  /// Lines of one paint as one path; nil unless there are several, all without area and without words of their own.
  init?(joining marks: [Mark]) {
    guard marks.count > 1 else { return nil }
    self.init()
    for mark in marks {
      guard case .shape(let shape, let style, nil) = mark, style.fill == nil else { return nil }
      switch shape {
      case .line(let from, let to): chains += Path([from, to]).chains
      case .path(let path): chains += path.chains
      case .rectangle, .circle, .dots, .diamond: return nil
      }
    }
  }
}
