import Dispatch
import Synchronization

/// The results of `transform` for 0 up to `count`, in this order, computed on all cores.
package func concurrentMap<Result: Sendable>(count: Int, _ transform: @Sendable (Int) -> Result) -> [Result] {
  guard count > 1 else { return (0..<count).map(transform) }
  let slots = Mutex([Result?](repeating: nil, count: count))
  DispatchQueue.concurrentPerform(iterations: count) { index in
    let result = transform(index)
    slots.withLock { $0[index] = result }
  }
  return slots.withLock { $0.compactMap(\.self) }
}
