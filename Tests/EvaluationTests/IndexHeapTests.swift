import TestSupport
import Testing

@testable import Evaluation

struct IndexHeapTests {
  @Test func indicesComeByKeyAndAmongEqualKeysByNumber() {
    var heap = IndexHeap(keys: [3, 1, 2, 1])
    #expect(
      [heap.popSmallest(), heap.popSmallest(), heap.popSmallest(), heap.popSmallest()] == [1, 3, 2, 0])
    #expect(heap.popSmallest() == nil)
  }

  @Test func changedKeysChangeTheOrder() {
    var generator = SeededGenerator(seed: 2)
    var keys = (0..<300).map { _ in Double.random(in: 0...1, using: &generator) }
    var heap = IndexHeap(keys: keys)
    var left = Set(keys.indices)
    while let index = heap.popSmallest() {
      left.remove(index)
      #expect(left.allSatisfy { keys[$0] >= keys[index] })
      for other in left.sorted().prefix(3) {
        keys[other] = Double.random(in: 0...1, using: &generator)
        heap.update(other, key: keys[other])
      }
    }
    #expect(left.isEmpty)
  }
}
