import Synchronization

/// Values that workers borrow and give back, so that there are no more of them than workers.
final class BufferPool<Value: Sendable>: Sendable {
  private let values = Mutex<[Value]>([])
  private let make: @Sendable () -> Value

  /// A pool whose values `make` makes as they are needed.
  init(_ make: @escaping @Sendable () -> Value) {
    self.make = make
  }

  /// The values that there are, none of which is lent.
  var all: [Value] { values.withLock { $0 } }

  /// Lends a value to `body`.
  func with<Result>(_ body: (inout Value) -> Result) -> Result {
    var value = values.withLock { $0.popLast() } ?? make()
    let result = body(&value)
    values.withLock { [value] in $0.append(value) }
    return result
  }
}
