import Diagnostics
import Evaluation
import RunModel

/// What the comparable runs of an experiment were set to, and what they scored, for the effects of parameters.
struct TriedParameters {
  /// The metric that decides.
  let metric: PrimaryMetric
  /// What the settings do.
  let effects: ParameterEffects
  /// How the parameters are called, in the order of ``effects``.
  let names: [RichText]
  /// How many parameters that differ were not looked at.
  let leftOut: Int
  /// How many comparable runs there are.
  let runCount: Int
  /// How many of them were looked at.
  let shownCount: Int
  /// The settings of the runs that were looked at, in the order of ``names``, with their scores.
  let trials: ParameterTrials

  /// So many comparable runs make it worth while to look.
  private static let fewestRuns = 5
  /// Of more runs than this, a sample is looked at.
  private static let runLimit = 5_000
  /// So many parameters are looked at.
  private static let parameterLimit = 20

  /// Nil for fewer than five comparable runs, and where these differ in no parameter but seeds.
  ///
  /// Runs that ended without the metric are counted, and decide nothing.
  init?(_ analysis: ExperimentAnalysis) {
    guard let metric = analysis.primaryMetric, let group = analysis.group(ofAtLeast: Self.fewestRuns)
    else { return nil }
    let all = group.ranked.sorted { Run.isOlder($0.run.run, $1.run.run) }
    let shown = RunSample.choose(all, limit: Self.runLimit)
    let runs = shown.map(\.run.run)
    var names: [RichText] = []
    var columns: [(name: ExactString, values: [TrialValue])] = []
    let variants = runs.map { TrialValue.text($0.id.variant) }
    if Set(variants).count > 1 {
      names.append("variant")
      columns.append((name: "variant", values: variants))
    }
    var leftOut = 0
    for name in analysis.differingParameters where !SeedGroups.isSeed(name) {
      guard columns.count < Self.parameterLimit else {
        leftOut += 1
        continue
      }
      let values = runs.map { $0.params[name].map(Self.value) ?? .missing }
      guard Set(values).subtracting([.missing]).count > 1 else { continue }
      names.append("\(code: Wording.label(name.text))")
      columns.append((name: name, values: values))
    }
    guard !columns.isEmpty else { return nil }
    let failed = analysis.unranked.count { $0.run.status != .running && $0.run.status != .queued }
    let settings = runs.indices.map { run in columns.map { $0.values[run] } }
    trials = ParameterTrials(
      parameters: columns.map(\.name),
      values: settings + Array(repeating: columns.map { _ in .missing }, count: failed),
      scores: shown.map { $0.score.value } + Array(repeating: nil, count: failed))
    effects = ParameterEffects(
      trials, options: ParameterEffectOptions(parameterLimit: Self.parameterLimit))
    self.names = names
    self.leftOut = leftOut
    self.metric = metric
    (runCount, shownCount) = (all.count, shown.count)
  }

  /// The runs that were looked at, as a sentence names them.
  var runWords: String {
    shownCount == runCount
      ? Wording.count(runCount, "run")
      : "a sample of \(Wording.number(shownCount)) of \(Wording.count(runCount, "run"))"
  }

  private static func value(_ scalar: Scalar) -> TrialValue {
    TrialValue(
      text: scalar.text, number: scalar.number, boolean: scalar.boolean, isNull: scalar.kind == .null)
  }
}
