import Diagnostics

extension TrialChance {
  /// What a job that goes on from another needs chance for.
  enum Purpose: UInt8, Sendable {
    /// Which of the best it goes on from.
    case exploit = 1
    /// How a value is changed.
    case explore = 2
  }

  /// The numbers of a member in a generation: they depend on the seed, both numbers, the purpose and the bytes of the name.
  ///
  /// As in ``init(seed:trial:name:)``, with the seed, the member and the generation as eight bytes each, then a byte for
  /// the purpose, then the name.
  init(seed: UInt64, member: Int, generation: Int, _ purpose: Purpose, name: ExactString = "") {
    let numbers = [seed, UInt64(truncatingIfNeeded: member), UInt64(truncatingIfNeeded: generation)]
    self.init(numbers, bytes: [purpose.rawValue] + Array(name.text.utf8))
  }
}
