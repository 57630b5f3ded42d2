import Dispatch
import FileFormats
import Synchronization

/// What is done with the pieces of a file on all cores.
enum ConcurrentPieces {
  /// The results of `transform` for 0 up to `count`, in this order.
  ///
  /// - Throws: The error of the first piece that has one.
  static func map<Value: Sendable>(
    _ count: Int, _ transform: @Sendable (Int) throws(FormatError) -> Value
  ) throws(FormatError) -> [Value] {
    let slots = Mutex<[Result<Value, FormatError>?]>(Array(repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { number in
      let result: Result<Value, FormatError>
      do throws(FormatError) {
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
