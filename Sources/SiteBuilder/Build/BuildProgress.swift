/// How far a build is, for a progress display.
public struct BuildProgress: Hashable, Sendable {
  /// What is being done, such as “Evaluating runs”.
  public var step: String
  /// How many of the step’s parts are done.
  public var done: Int
  /// How many parts the step has.
  public var total: Int

  /// A point of a build.
  public init(step: String, done: Int, total: Int) {
    self.step = step
    self.done = done
    self.total = total
  }
}
