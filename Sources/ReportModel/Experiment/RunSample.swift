import RunModel

/// Some of many runs, chosen by their names alone, so that no order of a grid decides what is seen.
///
/// Every twentieth run of a grid may have the same setting of a parameter: a sample by position would hide the others.
enum RunSample {
  /// At most `limit` of `runs`, in their order: those whose ids have the smallest hashes; the same ones each time.
  ///
  /// - Complexity: O(n log n).
  static func choose(_ runs: [RankedGroup.Entry], limit: Int) -> [RankedGroup.Entry] {
    guard runs.count > limit else { return runs }
    let hashes = runs.map { hash($0.run.run.id) }
    let chosen = runs.indices.sorted { (hashes[$0], $0) < (hashes[$1], $1) }.prefix(limit)
    return chosen.sorted().map { runs[$0] }
  }

  /// FNV-1a (Fowler, Noll, Vo) of the id's bytes, its bits mixed by the end of SplitMix64, since ids differ at their ends only.
  static func hash(_ id: RunID) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in id.description.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
    return hash ^ (hash >> 31)
  }
}
