/// Turns the epochs of a log into steps that never go back.
///
/// A second `fit` that appends to the log counts from 0 again; its epochs go on behind the last step.
struct EpochSteps {
  private var last: (epoch: Int, step: Int)?
  /// The epoch that followed a later one, for each time that they began again.
  private(set) var restarts: [(line: Int, epoch: Int, after: Int)] = []
  /// How often they began again beyond what ``restarts`` holds.
  private(set) var moreRestarts = 0

  /// The step of an epoch; none beyond what a whole number holds.
  mutating func step(of epoch: Int, line: Int) -> Int? {
    guard let last else {
      self.last = (epoch, epoch)
      return epoch
    }
    var step: Int
    var overflow: Bool
    if epoch > last.epoch {
      let (distance, isFar) = epoch.subtractingReportingOverflow(last.epoch)
      (step, overflow) = last.step.addingReportingOverflow(distance)
      overflow = overflow || isFar
    } else {
      (step, overflow) = last.step.addingReportingOverflow(1)
      if restarts.count < 20 { restarts.append((line, epoch, last.epoch)) } else { moreRestarts += 1 }
    }
    guard !overflow else { return nil }
    self.last = (epoch, step)
    return step
  }
}
