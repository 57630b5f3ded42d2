import TestSupport

@testable import ChartKit

/// Lineages to draw.
enum SampleLineage {
  /// A population whose worst fifth takes over from its best fifth in each generation, drawn by chance.
  static func population(
    members: Int = 12, generations: Int = 8, seed: UInt64 = 7
  ) -> (data: LineageRuns, rates: [Double?]) {
    var generator = SeededGenerator(seed: seed)
    var runs: [LineageRuns.Run] = []
    var rates: [Double] = []
    let few = max(1, members / 5)
    for generation in 0..<generations {
      let before = runs.count - members
      let ranked = (0..<members).sorted {
        generation == 0 ? $0 < $1 : (runs[before + $0].value ?? 0) > (runs[before + $1].value ?? 0)
      }
      for member in 0..<members {
        var parent: Int?
        if generation > 0 {
          let isLast = ranked.suffix(few).contains(member)
          let source = isLast ? ranked[Int.random(in: 0..<few, using: &generator)] : member
          parent = before + source
          if isLast, runs[before + member].ending == nil { runs[before + member].ending = .pruned }
        }
        let factor = Double.random(in: 0.8..<1.2, using: &generator)
        let rate = parent.map { rates[$0] * factor } ?? Double.random(in: 0.0001..<0.1, using: &generator)
        let gain = Double.random(in: -0.02..<0.08, using: &generator)
        let isFailed = generation == 3 && member == 4
        runs.append(
          .init(
            name: "job-\(1000 + runs.count)", column: generation, row: member, parent: parent,
            value: isFailed
              ? nil : min(0.99, (parent.flatMap { runs[$0].value } ?? 0.5) + gain),
            ending: isFailed ? .failed : nil,
            factors: parent == nil ? [] : ["× \(Int(100 * factor)) %", member % 4 == 0 ? "new" : ""]))
        rates.append(rate)
      }
    }
    let best = runs.indices.max { (runs[$0].value ?? 0) < (runs[$1].value ?? 0) }
    return (
      LineageRuns(
        columnNoun: "generation", columns: (0..<generations).map(String.init), rowNoun: "member",
        rows: (1...members).map(String.init), factorNames: ["lr", "batch"], runs: runs, metric: "accuracy",
        isHigherBetter: true, best: best), rates
    )
  }

  /// Nine trials, of which three and then one go on.
  static var halving: LineageRuns {
    var runs = (0..<9).map { trial in
      LineageRuns.Run(
        name: "job-\(trial)", column: 0, row: trial, value: 0.3 + Double(trial * 5 % 9) / 30,
        ending: trial > 2 ? .pruned : nil)
    }
    runs += (0..<3).map { trial in
      LineageRuns.Run(
        name: "job-\(9 + trial)", column: 1, row: trial, parent: trial, value: 0.62 - Double(trial) / 30,
        ending: trial > 0 ? .pruned : nil)
    }
    runs.append(.init(name: "job-12", column: 2, row: 0, parent: 9, value: 0.8))
    return LineageRuns(
      columnNoun: "rung", columns: ["0", "1", "2"], rowNoun: "trial", rows: (1...9).map(String.init),
      runs: runs, metric: "accuracy", isHigherBetter: true, best: 12)
  }
}
