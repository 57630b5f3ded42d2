import Synchronization

/// The ties of an experiment, found when the first of its pages asks for them.
final class SharedTies: Sendable {
  private let found = Mutex<LeaderTies?>(nil)
  private let find: @Sendable () -> LeaderTies

  /// The ties that `find` finds.
  init(_ find: @escaping @Sendable () -> LeaderTies) {
    self.find = find
  }

  var value: LeaderTies {
    found.withLock { found in
      if let found { return found }
      let ties = find()
      found = ties
      return ties
    }
  }
}
