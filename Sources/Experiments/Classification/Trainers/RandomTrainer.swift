/// Predicts by chance, without looking at an example.
///
/// Where each example has one label, the probabilities of an example are drawn from all distributions over the labels
/// alike: the gaps between sorted uniform numbers. Where it may have several, each is drawn from 0 to below 1 by itself.
/// Chance is ``TrainingRequest/seed``'s, by SplitMix64 (Steele, Lea and Flood, OOPSLA 2014), in the order of the
/// validation part and then the test part; the same on every machine.
///
/// It takes no parameters and leaves no checkpoint.
public struct RandomTrainer: Trainer {
  /// A trainer.
  public init() {}

  /// `random`.
  public var name: String { "random" }

  /// Draws probabilities for each part.
  ///
  /// - Throws: ``TrainerParameterError`` for any parameter.
  public func train(_ request: TrainingRequest) async throws -> TrainingOutcome {
    _ = try TrainerParameters(request.parameters, trainer: name, names: [])
    var chance = SplitMix64(state: request.seed)
    func draw(_ part: ClassificationDataset?) -> [[Double]]? {
      part.map { part in
        part.ids.map { _ in Self.row(request.labels.count, isMultilabel: part.isMultilabel, &chance) }
      }
    }
    let validation = draw(request.validation)
    return TrainingOutcome(validation: validation, test: draw(request.test))
  }

  private static func row(_ count: Int, isMultilabel: Bool, _ chance: inout SplitMix64) -> [Double] {
    if isMultilabel { return (0..<count).map { _ in chance.unit() } }
    let cuts = (0..<max(0, count - 1)).map { _ in chance.unit() }.sorted()
    return zip(cuts + [1], [0] + cuts).map { $0 - $1 }
  }
}
