/// A run's features as a paragraph: all of a few, many folded away.
enum FeatureList {
  private static let visible = 24
  private static let limit = 1000

  static func block(_ features: [String]) -> ReportBlock {
    let count = Wording.count(features.count, "feature")
    let names = list(features, limit: limit)
    return features.count > visible
      ? .fold(summary: count, blocks: [.paragraph(names)]) : .paragraph("\(count): \(names)")
  }

  /// The names as a sentence lists them: the first `limit`, and how many more there are.
  static func list(_ features: [String], limit: Int) -> RichText {
    let names = features.prefix(limit).map { RichText([.init(Wording.label($0), style: .code)]) }
    let rest = features.count - names.count
    return .list(names + (rest > 0 ? ["\(Wording.number(rest)) more"] : []))
  }
}
