import Diagnostics
import Synchronization

/// Ranks the rows for one label after the other, on all cores, and keeps what concerns all labels.
final class LabelRanker: Sendable {
  let predictions: Predictions
  /// The weight of the rows with each label.
  private let supports: [Double]
  /// The weight of each row; empty without weights.
  private let weights: [Double]
  /// Why averages over labels have no interval; nil if they have.
  private let problem: String?
  let scale: InfluenceScale?
  /// The true label of each row; empty where labels are not told apart, or influences are not kept.
  private let truth: [UInt16]
  let influences: Mutex<RowInfluences?>
  /// Whether labels are set against one another.
  private let tellsLabels: Bool
  private let keepsCurves: Bool
  /// All cells so far; absent where they are not counted, or some have scores that are no multiples of a millionth.
  private let cells: Mutex<[CellTable]?>

  /// So many labels have their outline kept; to draw the others, their rows are ranked again.
  static let curveLimit = 100

  /// A ranker; with `averages`, all labels have probabilities, and averages over labels are wanted.
  ///
  /// `extent` says which averages are; for everything, labels are set against one another where rows have one each. With
  /// `keepsCurves`, what curves are drawn from is kept; with `countsCells`, cells are counted for ``cellTables``.
  init(
    _ predictions: Predictions, supports: [Double], averages: Bool,
    extent: RankingExtent = .everything, keepsCurves: Bool = false, countsCells: Bool = false
  ) {
    tellsLabels = extent == .everything && predictions.schema.task == .multiclass
    self.keepsCurves = keepsCurves
    cells = Mutex(countsCells ? [] : nil)
    self.predictions = predictions
    self.supports = supports
    weights = predictions.batches.flatMap(\.weights)
    problem = Self.problem(predictions, supports: supports, averages: averages)
    let scale =
      problem == nil
      ? InfluenceScale(
        supports: supports.map { Int($0) }, rowCount: predictions.count,
        laneCount: extent.laneCount(hasPairs: tellsLabels)) : nil
    self.scale = scale
    influences = Mutex(scale.map { RowInfluences($0) })
    truth = problem == nil && tellsLabels ? Self.narrowTruth(of: predictions) : []
  }

  /// The true label of each row, in the room that 65,536 labels need.
  private static func narrowTruth(of predictions: Predictions) -> [UInt16] {
    var truth: [UInt16] = []
    truth.reserveCapacity(predictions.count)
    for batch in predictions.batches {
      for label in batch.truth { truth.append(UInt16(truncatingIfNeeded: label)) }
    }
    return truth
  }

  private static func problem(_ predictions: Predictions, supports: [Double], averages: Bool) -> String? {
    let schema = predictions.schema
    guard averages else { return "no average over labels was asked for" }
    if schema.hasWeights { return "rows have weights" }
    if let problem = schema.probabilityProblem { return problem }
    if predictions.count >= 1 << 28 || !RankLayout.holds(rows: predictions.count, truths: supports.count) {
      return "there are too many rows"
    }
    if supports.count > 1 << 16 { return "there are more than 65,536 labels" }
    if supports.count < 2 { return "there is one label only" }
    for (label, support) in zip(schema.labels, supports) {
      if support < 2 { return "fewer than two rows that count are \(label.quoted)" }
      if support > Double(predictions.count) - 2 {
        return "fewer than two rows that count are not \(label.quoted)"
      }
    }
    return nil
  }

  /// Tables that together have the cells of all labels that were ranked; absent where they were not counted, or not all
  /// have scores that are multiples of a millionth.
  var cellTables: [CellTable]? { cells.withLock { $0 } }

  /// The rankings of these labels, all of which have probabilities.
  ///
  /// - Complexity: Linear in rows × `labels`.
  func rankings(of labels: [Int]) -> [LabelRanking] {
    let schema = predictions.schema
    guard RankLayout.holds(rows: predictions.count, truths: max(2, supports.count)) else {
      let rankings = concurrentMap(count: labels.count) { place in
        RankedScores(predictions, labels: labels[place]..<labels[place] + 1)
          .ranking(label: schema.labels[labels[place]].quoted)
      }
      cells.withLock { $0 = nil }
      return rankings
    }
    let ranker = RowRanker(
      predictions, labels: labels, truth: tellsLabels ? .label : .isLabel,
      keepsRows: problem == nil || schema.hasWeights)
    let countsCells = cells.withLock { cells in
      if !ranker.isInMillionths { cells = nil }
      return cells != nil
    }
    if ScoreCounts.areWorthwhile(rows: predictions.count), ranker.isInMillionths, !tellsLabels,
      weights.isEmpty, !countsCells
    {
      return countedRankings(of: labels)
    }
    let pool = BufferPool {
      var rows = ranker.makeRows()
      if countsCells { rows.cells = CellTable() }
      return rows
    }
    let rankings = concurrentMap(count: labels.count) { place in
      pool.with { rows in
        ranker.rank(at: place, into: &rows)
        countCells(&rows, label: labels[place])
        return ranking(&rows, label: labels[place], ranker)
      }
    }
    for rows in pool.all {
      if let found = rows.cells { cells.withLock { $0?.append(found) } }
    }
    return rankings
  }

  private func countCells(_ rows: inout RankedRows, label: Int) {
    guard var cells = rows.cells.take() else { return }
    cells.add(rows, mark: mark(of: label))
    rows.cells = cells
  }

  /// What is true of a row that has the label, as words say it.
  private func mark(of label: Int) -> UInt64 { tellsLabels ? UInt64(label) : 1 }

  private func ranking(_ rows: inout RankedRows, label: Int, _ ranker: RowRanker) -> LabelRanking {
    let quoted = predictions.schema.labels[label].quoted
    let mark = mark(of: label)
    guard weights.isEmpty else {
      var walk = WeightedRankWalk(mark: mark, truthCount: tellsLabels ? supports.count : 2, weights: weights)
      var ranking = walk.walk(&rows, label: quoted)
      if tellsLabels { ranking.pairAreas = PairAreas(label: label, wins: walk.wins, supports: supports) }
      return ranking
    }
    let walk = RankWalk(mark: mark, labelCount: tellsLabels ? supports.count : 0, positives: positives(label))
    var curve = curveWriter(of: label)
    let layout = rows.layout
    let score = { (word: UInt64) in
      // Where rows are kept, a word need not have the whole of its score.
      layout.rowBits == 0 || ranker.isInMillionths
        ? ranker.score(word) : self.predictions.probability(of: label, row: layout.row(word))
    }
    // Before words are changed.
    let binCounts = curve.isEmpty ? [] : rows.counts(between: ScoreHistogram.standardEdges, score: score)
    let result =
      scale.map { place(&rows, label: label, walk, $0, curve: &curve, score: score) }
      ?? walk.walk(&rows, curve: &curve, score: score)
    var ranking = LabelRanking(result.sums, label: quoted, curve: curve, binCounts: binCounts)
    if tellsLabels {
      ranking.pairAreas = PairAreas(
        label: label, wins: result.doubledWins.map { Double($0) / 2 }, supports: supports)
    }
    return ranking
  }

  /// The number of rows with a label, where rows count alike.
  func positives(_ label: Int) -> Int { Int(supports[label]) }

  /// What takes down as much of a label's curve as is kept.
  func curveWriter(of label: Int) -> CurveWriter {
    CurveWriter(
      extent(ofCurveOf: label), positives: supports[label],
      negatives: Double(predictions.count) - supports[label])
  }

  /// Of the positive label's curve more is kept, because thresholds are chosen by it.
  private func extent(ofCurveOf label: Int) -> CurveWriter.Extent {
    guard keepsCurves else { return .nothing }
    if let positive = predictions.schema.positive { return label == positive ? .decisions : .nothing }
    return label < Self.curveLimit ? .outline : .nothing
  }

  /// What the walk finds, after the influence of rows is written down.
  private func place(
    _ rows: inout RankedRows, label: Int, _ walk: RankWalk, _ scale: InfluenceScale,
    curve: inout CurveWriter, score: (UInt64) -> Double
  ) -> RankWalk.Result {
    let factors = InfluenceFactors(label: label, scale: scale)
    let placements = LabelPlacements(
      &rows, label: label, walk: walk, factors: factors, curve: &curve, score: score)
    influences.withLock { $0?.add(placements, words: rows.words, truth: truth, factors: factors) }
    return placements.result
  }

  /// The influence of rows on averages over all labels, whose rankings these are, or why there is none to be had.
  ///
  /// To be asked for once, after the last label.
  func finish(_ rankings: [LabelRanking]) throws(UndefinedReason) -> RowInfluences {
    let found = influences.withLock { influences -> RowInfluences? in
      defer { influences = nil }
      influences?.addWeights(
        areas: rankings.map { $0.rocAUC.number ?? 0 },
        precisions: rankings.map { $0.averagePrecision.number ?? 0 })
      return influences
    }
    guard let found else { throw UndefinedReason(problem ?? "it was asked for already") }
    return found
  }

  /// The intervals of averages over all labels, whose rankings these are.
  func intervals(_ rankings: [LabelRanking]) -> RankingIntervals {
    do throws(UndefinedReason) {
      let averages = RankingAverages(rankings, supports: supports)
      return RankingIntervals(
        averages: InfluenceLane.allCases.map { averages[$0].number },
        variances: try finish(rankings).variances(predictions),
        quantiles: AverageFreedom(rankings, supports: supports, rows: predictions.count).quantiles,
        rows: predictions.count,
        trials: Int(supports.map { min($0, Double(predictions.count) - $0) }.min() ?? 0))
    } catch {
      return RankingIntervals(undefined: error.reason)
    }
  }
}
