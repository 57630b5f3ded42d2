import ArgumentParser
import Diagnostics
import RunModel
import RunRegistry

/// The named values of a run that `assay log` writes.
struct RunValueOptions: ParsableArguments {
  @Option(
    parsing: .unconditionalSingleValue, help: ArgumentHelp("A parameter.", valueName: "name=value"),
    transform: NamedValue.read)
  var param: [NamedValue] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "A metric, or one point of its history; without a step it replaces what was logged of it.",
      valueName: "name=number[@step]"),
    transform: MetricArgument.read)
  var metric: [MetricArgument] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("A label for finding the run.", valueName: "name=value"),
    transform: NamedValue.read)
  var tag: [NamedValue] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("The name of an input of the model; the order is kept.", valueName: "name"))
  var feature: [String] = []

  /// Logs the values in the order in which they were given.
  func add(to draft: inout ExperimentRun) {
    for parameter in param { draft.logParam(parameter.name, parameter.scalar) }
    for metric in metric {
      if let step = metric.step, let value = metric.value.number {
        draft.logMetric(metric.name, value, step: step)
      } else {
        draft.logMetric(metric.name, metric.value)
      }
    }
    for tag in tag { draft.run.tags[tag.name] = tag.value }
    draft.logFeatures(feature)
  }
}
