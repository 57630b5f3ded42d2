import Markup

/// One upright axis of a ``ParallelCoordinatesChart``: of numbers with a label at each end, or of values with a label each.
struct ParallelAxis: Hashable, Sendable {
  /// A value with a place of its own.
  struct Value: Hashable, Sendable {
    /// What stands beside it.
    let text: String
    /// Its height, 0 (bottom) to 1 (top).
    let height: Double
  }

  /// What it shows.
  let name: String
  /// The words above an axis of numbers; none for values.
  private(set) var top = ""
  /// The words below it.
  private(set) var bottom = ""
  /// The values from top to bottom; none on an axis of numbers.
  private(set) var values: [Value] = []
  /// What is to be said of its scale; nothing where large numbers stand at the top at equal distances.
  private(set) var remark = ""
  /// Whether it is logarithmic.
  private(set) var isLogarithmic = false
  private var scale: LinearScale?
  private var heights: [ParameterSetting: Double] = [:]

  /// With more values the most frequent have places of their own and the others share the lowest.
  static let valueLimit = 12

  /// The axis of a metric, its best value at the top.
  init(metric: String, values: [Double], isHigherBetter: Bool) {
    name = metric
    setNumbers(values, logarithmicFrom: 1000.nextUp, isReversed: !isHigherBetter, text: NumberText.score)
  }

  /// The axis of a parameter from the settings of all runs: of numbers, or of values if some are words.
  init(parameter: String, settings: [ParameterSetting]) {
    name = parameter
    let numbers = settings.compactMap(\.number)
    if numbers.count == settings.count {
      setNumbers(numbers, logarithmicFrom: 100, isReversed: false) { ParameterSetting.number($0).text }
    } else {
      setValues(settings)
    }
  }

  /// The height of a setting, 0 (bottom) to 1 (top); nothing where there is none.
  func height(_ setting: ParameterSetting?) -> Double? {
    guard let setting else { return nil }
    guard let scale else { return heights[setting] }
    guard let number = setting.number else { return nil }
    return scale.held(isLogarithmic ? LogScale.exponent(number) : number)
  }

  /// A scale from the smallest to the largest number; a single one stands in the middle like a value.
  private mutating func setNumbers(
    _ numbers: [Double], logarithmicFrom ratio: Double, isReversed: Bool, text: (Double) -> String
  ) {
    guard let low = numbers.min(), let high = numbers.max() else { return }
    guard low < high else {
      values = [Value(text: text(low), height: 0.5)]
      heights = [.number(low): 0.5]
      return
    }
    isLogarithmic = low > 0 && high / low >= ratio * (1 - 1e-12)
    let domain =
      isLogarithmic
      ? Domain(low: LogScale.exponent(low), high: LogScale.exponent(high)) : Domain(low: low, high: high)
    (top, bottom) = isReversed ? (text(low), text(high)) : (text(high), text(low))
    remark = [isLogarithmic ? "log" : nil, isReversed ? "best at the top" : nil].compactMap(\.self)
      .joined(separator: ", ")
    scale = LinearScale(domain: domain, start: isReversed ? 1 : 0, end: isReversed ? 0 : 1)
  }

  /// Each value at a height of its own, in their order from top to bottom.
  private mutating func setValues(_ settings: [ParameterSetting]) {
    let counts = Dictionary(settings.map { ($0, 1) }, uniquingKeysWith: +)
    let ordered = counts.keys.sorted { $0.precedes($1) }
    var kept = ordered
    if ordered.count > Self.valueLimit {
      let frequent = ordered.enumerated().sorted {
        let (left, right) = (counts[$0.element] ?? 0, counts[$1.element] ?? 0)
        return left == right ? $0.offset < $1.offset : left > right
      }
      let isFrequent = Set(frequent.prefix(Self.valueLimit - 1).map(\.element))
      kept = ordered.filter(isFrequent.contains)
    }
    let others = ordered.count - kept.count
    let places = kept.count + (others > 0 ? 1 : 0)
    heights = Dictionary(uniqueKeysWithValues: ordered.map { ($0, 0) })
    for (place, setting) in kept.enumerated() {
      let height = places > 1 ? 1 - Double(place) / Double(places - 1) : 0.5
      heights[setting] = height
      values.append(Value(text: setting.text, height: height))
    }
    if others > 0 { values.append(Value(text: "\(NumberText.integer(others)) others", height: 0)) }
  }
}
