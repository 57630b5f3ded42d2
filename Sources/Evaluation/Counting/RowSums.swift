/// Everything about rows that simply adds up.
struct RowSums: Sendable {
  private(set) var rowCount = 0
  /// The sum of the weights; the number of rows without weights.
  private(set) var weightSum = 0.0
  /// Whether rows belong to groups.
  private(set) var hasGroups = false
  /// The weight of the rows that are wholly right, where rows may have several labels.
  var rightSets = 0.0
  /// Truth against prediction, where rows have one label.
  var cells: ConfusionCells?
  /// The counts of each label, where rows may have several; true negatives are not kept.
  var labelCounts: [LabelCounts] = []
  var samples = SampleSums()
  /// Σ w · −ln(probability of the true label), clipped.
  var logLoss = TermSum()
  /// Σ w · squared error of the probabilities.
  var squaredError = TermSum()
  /// The losses of the rows of each label; without labels as ``truthRanks`` is, and with weights.
  var losses: LossesByLabel
  /// Where true labels stand among the probabilities of their rows; without ranks where that is not known.
  var truthRanks: TruthRanks
  /// What calibration errors follow from; absent without probabilities.
  var calibration: CalibrationSums?
  /// How probabilities put true labels before others, where rows may have several and all have probabilities.
  var ranking: RankingSums?

  init(schema: PredictionSchema) {
    let isMultilabel = schema.task == .multilabel
    let isWhole = schema.hasProbabilities && schema.scoredLabelCount == schema.labels.count
    if isMultilabel {
      labelCounts = [LabelCounts](repeating: LabelCounts(), count: schema.labels.count)
    } else {
      cells = ConfusionCells(labelCount: schema.labels.count)
    }
    losses = LossesByLabel(
      labelCount: isWhole && !isMultilabel && !schema.hasWeights ? schema.labels.count : 0)
    truthRanks = TruthRanks(labelCount: isWhole && !isMultilabel ? schema.labels.count : 0)
    calibration = schema.hasProbabilities ? CalibrationSums(schema: schema) : nil
    ranking = isWhole && isMultilabel ? RankingSums() : nil
  }

  /// The sums over one batch; `order` is that of the labels (``LabelSorting/ranks(of:)``), if it is known
  /// already.
  init(_ batch: PredictionBatch, schema: PredictionSchema, order: [Int32]? = nil) {
    self.init(schema: schema)
    rowCount = batch.count
    weightSum = schema.hasWeights ? batch.weights.reduce(0, +) : Double(batch.count)
    hasGroups = batch.groups != nil
    if schema.task == .multilabel {
      addSets(of: batch, schema: schema)
    } else {
      addLabels(of: batch, schema: schema)
    }
    addProbabilities(of: batch, schema: schema, order: order)
  }

  /// Adds the sums over later rows.
  mutating func merge(_ other: RowSums) {
    rowCount += other.rowCount
    weightSum += other.weightSum
    hasGroups = hasGroups || other.hasGroups
    rightSets += other.rightSets
    if let cells = other.cells { self.cells?.merge(cells) }
    for label in labelCounts.indices {
      labelCounts[label].truePositives += other.labelCounts[label].truePositives
      labelCounts[label].falsePositives += other.labelCounts[label].falsePositives
      labelCounts[label].falseNegatives += other.labelCounts[label].falseNegatives
    }
    samples.merge(other.samples)
    logLoss.merge(other.logLoss)
    squaredError.merge(other.squaredError)
    losses.merge(other.losses)
    truthRanks.merge(other.truthRanks)
    if let other = other.calibration { calibration?.merge(other) }
    if let other = other.ranking { ranking?.merge(other) }
  }

  private mutating func addLabels(of batch: PredictionBatch, schema: PredictionSchema) {
    if schema.hasWeights {
      cells?.add(truth: batch.truth, predicted: batch.predicted, weights: batch.weights)
    } else {
      cells?.add(truth: batch.truth, predicted: batch.predicted)
    }
  }
}
