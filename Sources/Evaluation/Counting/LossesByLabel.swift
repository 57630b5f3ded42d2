/// The losses of the rows of each true label, where every row has one and counts once: what a score that sets losses
/// against those of the labels' frequencies varies with.
///
/// Each loss is rounded to a multiple of 2⁻⁴⁶, so that sums do not depend on how rows are split.
struct LossesByLabel: Hashable, Sendable {
  private var logLossSteps: [UInt128]
  private var squaredErrorSteps: [UInt128]

  /// No losses of so many labels.
  init(labelCount: Int) {
    logLossSteps = [UInt128](repeating: 0, count: labelCount)
    squaredErrorSteps = logLossSteps
  }

  /// Σ −ln p of the true label over the rows of each label, in the order of the labels.
  var logLosses: [Double] { logLossSteps.map { Double($0) * 0x1p-46 } }
  /// Σ of the squared error over the rows of each label.
  var squaredErrors: [Double] { squaredErrorSteps.map { Double($0) * 0x1p-46 } }

  /// Adds rows, whose true labels these are.
  mutating func add(_ rows: [TruthStanding], truth: ArraySlice<Int32>) {
    truth.withUnsafeBufferPointer { truth in
      logLossSteps.withUnsafeMutableBufferPointer { logLosses in
        squaredErrorSteps.withUnsafeMutableBufferPointer { squaredErrors in
          for (row, label) in zip(rows, truth) {
            logLosses[Int(label)] &+= Self.steps(row.logLoss)
            squaredErrors[Int(label)] &+= Self.steps(row.squaredError)
          }
        }
      }
    }
  }

  /// Adds those of later rows.
  mutating func merge(_ other: LossesByLabel) {
    for label in logLossSteps.indices {
      logLossSteps[label] &+= other.logLossSteps[label]
      squaredErrorSteps[label] &+= other.squaredErrorSteps[label]
    }
  }

  /// A loss from 0 to below 64 in steps.
  @inline(__always)
  private static func steps(_ loss: Double) -> UInt128 {
    // From 2⁵² to 2⁵³, doubles are the whole numbers, whose lowest bits are those of the double.
    UInt128((loss * 0x1p46 + 0x1p52).bitPattern &- 0x1p52.bitPattern)
  }
}
