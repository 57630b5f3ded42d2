import Diagnostics
import RunModel

extension RunReport {
  /// So many runs that went on from this one are named.
  private static let childLimit = 6

  /// Where the run stands in a population or in successive halving: what it went on from, who went on from it, and whether
  /// it was given up; nil where it has no place in one.
  var lineageFact: ReportFact? {
    guard let (search, position) = analysis.populations.place(of: subject.run.id) else { return nil }
    let lineage = search.lineage
    let node = lineage.nodes[position]
    var sentences: [RichText] = []
    var origin: RichText =
      "\(Wording.sentenceStart(lineage.generationNoun)) \(strong: Wording.number(node.entry.generation)) of \(lineage.memberNoun) \(strong: Wording.number(node.entry.member))"
    if let parent = node.parent {
      origin = origin + ", went on from \(link(parent, lineage))"
      if lineage.isTakeover(position) {
        origin =
          origin + " of \(lineage.memberNoun) \(Wording.number(lineage.nodes[parent].entry.member))"
      }
      let drawn = node.entry.factors?.words ?? RichText()
      if !drawn.isEmpty { origin = origin + " with " + drawn }
    } else if let parent = node.entry.parent {
      origin =
        origin
        + ", went on from job \(code: Wording.label(parent.text)), of which there is no earlier run here"
    }
    sentences.append(origin + ".")
    if let end = end(of: node, lineage) { sentences.append(end) }
    if let children = children(of: node, lineage) { sentences.append(children) }
    if let best = lineage.best, best != position, lineage.bestLine.contains(position) {
      sentences.append("The best run, \(link(best, lineage)), descends from it.")
    }
    return ReportFact(
      "Lineage", RichText(Array(sentences.map(\.spans).joined(separator: [.init(" ")]))))
  }

  /// Why nobody went on from the run, or its member did not.
  private func end(of node: LineageNode, _ lineage: Lineage) -> RichText? {
    let member = "\(lineage.memberNoun) \(Wording.number(node.entry.member))"
    switch node.fate {
    case .replaced:
      guard let next = node.successor else { return nil }
      let source = lineage.nodes[next].parent.map { link($0, lineage) }
      let from = source ?? "job \(code: Wording.label(lineage.nodes[next].entry.parent?.text ?? ""))"
      return "\(strong: "Pruned"): \(member) went on from \(from) instead, as \(link(next, lineage))."
    case .stopped: return "\(strong: "Pruned"): \(member) was not taken to a higher rung."
    case .pruned: return "\(strong: "Pruned"): it was stopped early."
    case .failed:
      guard let next = node.successor, let parent = lineage.nodes[next].parent else { return nil }
      return "After it failed, \(member) went on from \(link(parent, lineage)), as \(link(next, lineage))."
    case .kept, .interrupted, .open: return nil
    }
  }

  /// Which runs went on from it.
  private func children(of node: LineageNode, _ lineage: Lineage) -> RichText? {
    guard !node.children.isEmpty else { return nil }
    let named = node.children.prefix(Self.childLimit).map { child -> RichText in
      lineage.isTakeover(child)
        ? "\(link(child, lineage)) of \(lineage.memberNoun) \(Wording.number(lineage.nodes[child].entry.member))"
        : link(child, lineage)
    }
    let rest = node.children.count - named.count
    let list = RichText.list(named + (rest > 0 ? ["\(Wording.number(rest)) more"] : []))
    return "From it went on " + list + "."
  }

  private func link(_ node: Int, _ lineage: Lineage) -> RichText {
    let run = analysis.runs[lineage.nodes[node].entry.run].run
    return "\(Wording.label(RunName.short(run)), link: .run(run.id))"
  }
}
