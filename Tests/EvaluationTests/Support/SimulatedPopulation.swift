import Diagnostics
import Foundation

@testable import Evaluation

/// A population from which rows are drawn at random, to see how often intervals hold what is true of all of it.
///
/// Each row of one label has a score for every label, normal with a deviation of 1 and higher by `signal` for its own label;
/// probabilities are those of the labels given the scores, so that they are calibrated. Rows of several labels have a
/// score for each, of the labels' own frequency.
struct SimulatedPopulation: Sendable {
  var task = ClassificationTask.multiclass
  /// How frequent each label is.
  var shares: [Double]
  /// How far apart scores are; that of a candidate, and that of a baseline on the same rows.
  var signal = 1.6
  var baselineSignal = 1.3
  /// Whether rows have weights, from ¼ to 2 and heavier for the first label.
  var hasWeights = false
  /// How many rows a group has, which share half the variance of their scores; nil without groups.
  var groupSize: Int?

  /// So many rows.
  func predictions(_ rows: Int, _ generator: inout Xoshiro256) -> Predictions {
    pair(rows, &generator).candidate
  }

  /// So many rows as a candidate and a baseline predict them; half the variance of their scores is common.
  func pair(_ rows: Int, _ generator: inout Xoshiro256) -> (candidate: Predictions, baseline: Predictions) {
    let width = shares.count
    var batches = (PredictionBatch(count: rows), PredictionBatch(count: rows))
    var ofGroup = [Double](repeating: 0, count: width)
    for row in 0..<rows {
      if let groupSize, row % groupSize == 0 { ofGroup = ofGroup.map { _ in generator.normal() } }
      let truth = truths(&generator)
      let common = (0..<width).map { label in
        groupSize == nil
          ? generator.normal() : (ofGroup[label] + generator.normal()) * 0.5.squareRoot()
      }
      for (path, signal) in [(\(PredictionBatch, PredictionBatch).0, signal), (\.1, baselineSignal)] {
        let scores = (0..<width).map { label in
          (truth.contains(label) ? signal : 0)
            + (common[label] + generator.normal()) * 0.5.squareRoot()
        }
        add(truth, probabilities(scores, signal), to: &batches[keyPath: path])
      }
      if hasWeights {
        let weight = truth.contains(0) ? 2 : 0.25 + 0.25 * Double(generator.below(4))
        batches.0.weights.append(weight)
        batches.1.weights.append(weight)
      }
    }
    if let groupSize {
      let groups = TextColumn((0..<rows).map { "\($0 / groupSize)" })
      (batches.0.groups, batches.1.groups) = (groups, groups)
    }
    let schema = PredictionSchema(
      task: task, labels: (0..<width).map { ExactString("\($0)") }, scoredLabelCount: width,
      positive: task == .binary ? 1 : nil, hasWeights: hasWeights)
    return (
      Predictions(schema: schema, batches: [batches.0]), Predictions(schema: schema, batches: [batches.1])
    )
  }

  private func truths(_ generator: inout Xoshiro256) -> [Int] {
    guard task == .multilabel else {
      var left = generator.unit()
      for label in shares.indices.dropLast() {
        guard left >= shares[label] else { return [label] }
        left -= shares[label]
      }
      return [shares.count - 1]
    }
    return shares.indices.filter { generator.unit() < shares[$0] }
  }

  private func probabilities(_ scores: [Double], _ signal: Double) -> [Double] {
    guard task == .multilabel else {
      let odds = zip(scores, shares).map { $1 * exp(signal * $0) }
      let whole = odds.reduce(0, +)
      return odds.map { $0 / whole }
    }
    return zip(scores, shares).map { score, share in
      1 / (1 + exp(signal * (signal / 2 - score)) * (1 - share) / share)
    }
  }

  private func add(_ truth: [Int], _ probabilities: [Double], to batch: inout PredictionBatch) {
    batch.probabilities += probabilities
    guard task == .multilabel else {
      batch.truth.append(Int32(truth[0]))
      batch.predicted.append(Int32(probabilities.firstIndex(of: probabilities.max() ?? 0) ?? 0))
      return
    }
    batch.truthSets += shares.indices.map { truth.contains($0) ? 1 : 0 }
    batch.predictedSets += probabilities.map { $0 > 0.5 ? 1 : 0 }
  }
}

extension Xoshiro256 {
  /// A standard normal number (Box and Muller 1958).
  mutating func normal() -> Double {
    (-2 * log(1 - unit())).squareRoot() * cos(2 * .pi * unit())
  }
}
