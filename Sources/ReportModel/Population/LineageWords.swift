import Diagnostics
import Markup
import RunModel

/// What is to be said of a lineage in sentences.
struct LineageWords {
  private let view: PopulationView

  /// The words about a search.
  init(_ view: PopulationView) { self.view = view }

  /// From which run the best one descends; nil where no run is best.
  var sentence: RichText? {
    let line = view.lineage.bestLine
    guard let best = line.last, let first = line.first else { return nil }
    guard best != first else {
      return "The best run, \(view.link(best)), is the first of its line."
    }
    // In an asynchronous population a line may have more or fewer runs than generations.
    let count = line.count - 1
    let nodes = view.lineage.nodes
    let isByGeneration = nodes[best].entry.generation - nodes[first].entry.generation == count
    let steps = isByGeneration ? view.generations(count) : Wording.count(count, "step")
    var text: RichText =
      "The best run, \(view.link(best)), descends from \(view.link(first)) through \(steps)"
    let changes = line.count { view.lineage.isTakeover($0) }
    if view.lineage.kind == .population {
      text =
        text
        + (changes == 0
          ? ", always as the same member"
          : "; on the way its line passed to another member \(Wording.times(changes))")
    }
    return text + "."
  }

  /// What does not fit together, a sentence for each kind, and which searches are not shown.
  func problems(furtherCount: Int) -> [RichText] {
    var sentences: [RichText] = []
    let lineage = view.lineage
    if lineage.strays > 0 {
      sentences.append(
        "\(Wording.count(lineage.strays, "run")) \(lineage.strays == 1 ? "says that it" : "say that they") went on from a job that has no earlier run here; \(lineage.strays == 1 ? "it begins a line of its own" : "they begin lines of their own")."
      )
    }
    if lineage.repeats > 0 {
      sentences.append(
        "Left out here: \(Wording.count(lineage.repeats, "run")) of a \(lineage.memberNoun) and \(lineage.generationNoun) that an older run has already."
      )
    }
    if view.search.unreadable > 0 {
      sentences.append(
        "Left out here: \(Wording.count(view.search.unreadable, "run")) whose \(lineage.generationNoun) or \(lineage.memberNoun) is no whole number from 0 to \(Wording.number(LineageEntry.limit))."
      )
    }
    let unread = lineage.nodes.count { $0.entry.factors == nil }
    if unread > 0 {
      sentences.append(
        "What was drawn for \(Wording.count(unread, "run")) cannot be read: it is no JSON object of numbers and words."
      )
    }
    if furtherCount > 0 {
      sentences.append(
        "\(Wording.count(furtherCount, "more search", "more searches")) of this experiment went on from earlier runs; the runs’ own pages tell of \(furtherCount == 1 ? "it" : "them")."
      )
    }
    return sentences.isEmpty ? [] : [RichText(Array(sentences.map(\.spans).joined(separator: [.init(" ")])))]
  }
}
