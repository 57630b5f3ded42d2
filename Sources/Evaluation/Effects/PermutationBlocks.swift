/// Trials in blocks within which the settings of one parameter are interchangeable if it has no effect.
struct PermutationBlocks {
  /// `members[b]`: the trials of block `b`, in ascending order.
  let members: [[Int]]
  /// Whether there is more than one block.
  var areRestricted: Bool { members.count > 1 }

  /// So large a share of the trials must lie in blocks with several settings for blocks to be used.
  static let leastShare = 0.8

  /// Blocks of trials alike in everything but the parameter, where that leaves enough to compare; else one block.
  ///
  /// In a full grid each block holds every setting of the parameter, and what the other parameters do cancels out. Where
  /// less than 80 % of the trials have a partner with another setting in their block, as when another parameter is drawn
  /// at random, all trials are one block.
  ///
  /// - Parameters:
  ///   - codes: `codes[i]`: the setting of trial `i`, as a number from 0.
  ///   - others: `others[i]`: the settings of all other parameters of trial `i`.
  /// - Complexity: Linear in the settings.
  init(codes: [Int], others: [[TrialValue]]) {
    var blocks: [[TrialValue]: [Int]] = [:]
    var order: [[TrialValue]] = []
    for (trial, key) in others.enumerated() {
      if blocks[key] == nil { order.append(key) }
      blocks[key, default: []].append(trial)
    }
    let all = order.map { blocks[$0] ?? [] }
    let useful = all.filter { block in block.contains { codes[$0] != codes[block[0]] } }
    let covered = useful.reduce(0) { $0 + $1.count }
    let isEnough = Double(covered) >= Self.leastShare * Double(codes.count)
    members = isEnough && useful.count > 1 ? useful : [Array(codes.indices)]
  }

  /// How many different arrangements of the settings there are within blocks; nil if more than `limit`.
  func arrangements(_ codes: [Int], limit: Int) -> Int? {
    var total = 1.0
    for block in members {
      var sizes: [Int: Int] = [:]
      var placed = 0.0
      for trial in block {
        let size = sizes[codes[trial], default: 0] + 1
        sizes[codes[trial]] = size
        placed += 1
        // Multiplying by n/k for the k-th of its kind gives the multinomial coefficient.
        total *= placed / Double(size)
        // Coefficients only grow, so it is safe to stop early.
        if total > 1e6 * Double(max(1, limit)) { return nil }
      }
    }
    let rounded = total.rounded()
    return rounded <= Double(limit) ? Int(rounded) : nil
  }
}
