extension ClassificationEvaluation {
  /// The score histograms of these labels, as ``RankCurve/scoreHistogram(bins:)`` has them, without ranking rows.
  ///
  /// nil for a label without probabilities, and where rows were not kept.
  ///
  /// - Precondition: There is at least one bin.
  /// - Complexity: Linear in the number of rows, times `labels` unless scores were counted while rows were ranked
  ///   (``EvaluationOptions/keepsCurves``).
  public func scoreHistograms(of labels: [Int], bins: Int = ScoreHistogram.standardCount) -> [ScoreHistogram?]
  {
    guard statistics.keepsRows else { return labels.map { _ in nil } }
    let scored = labels.filter { $0 < schema.scoredLabelCount }
    let known = bins == ScoreHistogram.standardCount ? scored.map { statistics.rankings[$0].binCounts } : [[]]
    let isKnown = schema.task != .multilabel && known.allSatisfy { !$0.isEmpty }
    let parts = concurrentMap(count: predictions.batches.count) { index in
      histograms(of: scored, in: predictions.batches[index], bins: bins, ofTrueOnly: isKnown)
    }
    var sums = [ScoreHistogram](repeating: ScoreHistogram(bins: bins), count: scored.count)
    for part in parts {
      for place in sums.indices { sums[place].add(part[place]) }
    }
    if isKnown {
      for place in sums.indices {
        for bin in 0..<bins {
          sums[place].negatives[bin] = Double(known[place][bin]) - sums[place].positives[bin]
        }
      }
    }
    let found = Dictionary(zip(scored, sums)) { first, _ in first }
    return labels.map { found[$0] }
  }

  /// The histograms of the rows of a batch; with `ofTrueOnly`, only their ``ScoreHistogram/positives`` are of use.
  private func histograms(
    of labels: [Int], in batch: PredictionBatch, bins: Int, ofTrueOnly: Bool
  ) -> [ScoreHistogram] {
    let (width, labelCount) = (schema.scoredLabelCount, schema.labels.count)
    var histograms = [ScoreHistogram](repeating: ScoreHistogram(bins: bins), count: labels.count)
    if schema.hasWeights || schema.task == .multilabel {
      for row in 0..<batch.count {
        for (place, label) in labels.enumerated() {
          let isTrue =
            schema.task == .multilabel
            ? batch.truthSets[row * labelCount + label] != 0 : batch.truth[row] == Int32(label)
          histograms[place].add(
            batch.probabilities[row * width + label], isPositive: isTrue,
            weight: schema.hasWeights ? batch.weights[row] : 1)
        }
      }
      return histograms
    }
    // What nearly all files have: counts of all rows by label and bin, of which those with the label are taken off.
    let edges = histograms.first?.edges ?? []
    var all = [Int](repeating: 0, count: labels.count * bins)
    var own = all
    let placeOfLabel = Dictionary(zip(labels, 0...)) { first, _ in first }
    let places = (0..<Int32(labelCount)).map { placeOfLabel[Int($0)] }
    batch.probabilities.withUnsafeBufferPointer { probabilities in
      for row in 0..<batch.count {
        for place in labels.indices where !ofTrueOnly {
          let bin = ScoreHistogram.bin(of: probabilities[row &* width &+ labels[place]], edges)
          all[place &* bins &+ bin] &+= 1
        }
        let truth = Int(batch.truth[row])
        guard let place = places[truth] else { continue }
        own[place &* bins &+ ScoreHistogram.bin(of: probabilities[row &* width &+ truth], edges)] &+= 1
      }
    }
    for place in labels.indices {
      for bin in 0..<bins {
        histograms[place].positives[bin] = Double(own[place * bins + bin])
        histograms[place].negatives[bin] = Double(all[place * bins + bin] - own[place * bins + bin])
      }
    }
    return histograms
  }
}
