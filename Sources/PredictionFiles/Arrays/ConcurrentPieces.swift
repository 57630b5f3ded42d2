import Dispatch
import Synchronization

/// What is done with the pieces of a file on all cores.
enum ConcurrentPieces {
  /// The results of `transform` for 0 up to `count`, in this order.
  ///
  /// - Throws: The error of the first piece that has one.
  static func map<Value: Sendable, Failure: Error>(
    _ count: Int, _ transform: @Sendable (Int) throws(Failure) -> Value
  ) throws(Failure) -> [Value] {
    let slots = Mutex<[Result<Value, Failure>?]>(Array(repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { number in
      let result: Result<Value, Failure>
      do throws(Failure) {
        result = .success(try transform(number))
      } catch {
        result = .failure(error)
      }
      slots.withLock { $0[number] = result }
    }
    var values: [Value] = []
    values.reserveCapacity(count)
    for result in slots.withLock({ $0 }) {
      if let result { values.append(try result.get()) }
    }
    return values
  }
}
