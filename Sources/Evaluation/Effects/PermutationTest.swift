/// How often chance alone, which is to interchange the settings of a parameter, gives what was seen or more.
struct PermutationTest {
  /// The p-value.
  let pValue: Double
  /// The least p-value that any outcome could have had, as far as is known.
  let leastPValue: Double
  /// How many arrangements were looked at.
  let count: Int
  /// Whether these are all that there are.
  let isExact: Bool

  /// Tests the arrangement `codes`.
  ///
  /// With at most `options.exactLimit` arrangements all are tried, and p is the share of those that are as far from
  /// chance as the one seen. Otherwise p is (1 + b) / (1 + m), with b of m drawn arrangements as far (Phipson and Smyth
  /// 2010, Statistical Applications in Genetics and Molecular Biology 9), which is never 0 and holds the level.
  /// Arrangements that differ by less than rounding count as equally far.
  ///
  /// - Parameters:
  ///   - codes: The setting of each trial.
  ///   - codeCount: How many settings there are.
  ///   - statistic: What is compared.
  ///   - blocks: Within what settings are interchanged.
  ///   - draws: How many arrangements are drawn where not all are tried.
  ///   - exactLimit: Up to how many are all tried.
  ///   - generator: Where chance comes from.
  /// - Complexity: The trials times the arrangements.
  init(
    codes: [Int], codeCount: Int, statistic: EffectStatistic, blocks: PermutationBlocks, draws: Int,
    exactLimit: Int, generator: inout Xoshiro256
  ) {
    var sums = [Double](repeating: 0, count: codeCount)
    let seen = statistic.value(codes, blocks, &sums)
    let threshold = seen - 1e-9 * max(seen, 1)
    guard let arrangements = blocks.arrangements(codes, limit: exactLimit) else {
      var codes = codes
      var asFar = 0
      for _ in 0..<draws {
        Self.shuffle(&codes, blocks, &generator)
        if statistic.value(codes, blocks, &sums) >= threshold { asFar += 1 }
      }
      pValue = Double(1 + asFar) / Double(1 + draws)
      leastPValue = 1 / Double(1 + draws)
      (count, isExact) = (draws, false)
      return
    }
    var codes = codes
    for block in blocks.members { Self.sort(&codes, block) }
    var (total, asFar, extreme, atExtreme) = (0, 0, -1.0, 0)
    repeat {
      let value = statistic.value(codes, blocks, &sums)
      total += 1
      if value >= threshold { asFar += 1 }
      if value > extreme + 1e-9 * max(extreme, 1) {
        (extreme, atExtreme) = (value, 1)
      } else if value >= extreme - 1e-9 * max(extreme, 1) {
        atExtreme += 1
      }
    } while total < arrangements && Self.advance(&codes, blocks)
    pValue = Double(asFar) / Double(total)
    leastPValue = Double(atExtreme) / Double(total)
    (count, isExact) = (total, true)
  }

  /// Interchanges settings within each block, every arrangement equally likely (Fisher and Yates).
  private static func shuffle(
    _ codes: inout [Int], _ blocks: PermutationBlocks, _ generator: inout Xoshiro256
  ) {
    for block in blocks.members {
      var last = block.count - 1
      while last > 0 {
        let other = Int(generator.below(UInt32(truncatingIfNeeded: last + 1)))
        codes.swapAt(block[last], block[other])
        last -= 1
      }
    }
  }

  /// The next arrangement in order; false when all have been.
  private static func advance(_ codes: inout [Int], _ blocks: PermutationBlocks) -> Bool {
    for block in blocks.members {
      if next(&codes, block) { return true }
      sort(&codes, block)
    }
    return false
  }

  /// The next larger arrangement of a block's settings, each distinct one once (Narayana Pandita); false at the last.
  private static func next(_ codes: inout [Int], _ block: [Int]) -> Bool {
    var pivot = block.count - 2
    while pivot >= 0, codes[block[pivot]] >= codes[block[pivot + 1]] { pivot -= 1 }
    guard pivot >= 0 else { return false }
    var other = block.count - 1
    while codes[block[other]] <= codes[block[pivot]] { other -= 1 }
    codes.swapAt(block[pivot], block[other])
    var (left, right) = (pivot + 1, block.count - 1)
    while left < right {
      codes.swapAt(block[left], block[right])
      left += 1
      right -= 1
    }
    return true
  }

  private static func sort(_ codes: inout [Int], _ block: [Int]) {
    let sorted = block.map { codes[$0] }.sorted()
    for (trial, code) in zip(block, sorted) { codes[trial] = code }
  }
}
