import TestSupport

/// Small damage to valid input.
enum Mutation {
  /// `bytes` with one to four insertions of one of `special`, removals or repetitions at random places.
  static func mutate(
    _ bytes: [UInt8], with special: [UInt8], using generator: inout SeededGenerator
  ) -> [UInt8] {
    var result = bytes
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      let index = Int.random(in: 0...result.count, using: &generator)
      switch Int.random(in: 0...3, using: &generator) {
      case 0: result.insert(special.randomElement(using: &generator) ?? 0, at: index)
      case 1: if index < result.count { result.remove(at: index) }
      case 2: result.removeSubrange(index..<min(index + 5, result.count))
      default: result.insert(contentsOf: result[index..<min(index + 7, result.count)], at: index)
      }
    }
    return result
  }
}
