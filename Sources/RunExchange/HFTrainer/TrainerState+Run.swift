import Diagnostics
import FileFormats
import RunModel
import ScalarFormats

extension TrainerState {
  private static let parameters: [ExactString] = [
    "train_batch_size", "max_steps", "num_train_epochs", "eval_steps", "logging_steps", "save_steps",
  ]
  private static let standing: [ExactString] = [
    "best_metric", "best_model_checkpoint", "best_global_step", "global_step", "epoch", "total_flos",
    "num_input_tokens_seen",
  ]

  /// Whether the training has done all the steps it was to do.
  var isFinished: Bool {
    guard let done = values["global_step"]?.number?.value, let wanted = values["max_steps"]?.number?.value
    else { return false }
    return wanted > 0 && done >= wanted
  }

  /// Gives the run its parameters (those of a trial of a search and of callbacks among them) and a dict of where the
  /// training stands.
  func write(to run: inout Run, _ source: inout SourceFolder, at name: String) {
    for name in Self.parameters {
      if let value = scalar(name) { run.params[name] = value }
    }
    var more = FlatValues()
    for member in values["trial_params"]?.object?.members ?? [] { more.add(member.value, named: member.name) }
    for callback in values["stateful_callbacks"]?.object?.members ?? []
    where ExactString(callback.name) != "TrainerControl" {
      for member in callback.value["args"]?.object?.members ?? [] {
        more.add(member.value, named: callback.name + "." + member.name)
      }
    }
    source.reportLeftOut(more, at: name)
    run.params.merge(more.values) { own, _ in own }
    if let trial = values["trial_name"]?.string { run.tags["trial_name"] = trial }
    for name in Self.standing {
      if let value = scalar(name) { run.dicts["trainer state", default: [:]][name] = value }
    }
    if let best = values["best_model_checkpoint"]?.string {
      // The path is one of the machine that trained; its last name is one of the run's own checkpoints.
      let last = best.utf8.split { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }.last
      run.dicts["trainer state"]?["best_model_checkpoint"] = .text(last.map { String(Substring($0)) } ?? best)
    }
    points.write(to: &run, &source, at: name)
    run.duration = run.metrics["train_runtime"]?.number
  }

  /// A value that is no list, object or null.
  private func scalar(_ name: ExactString) -> Scalar? {
    guard let scalar = values[name].map({ Scalar($0) }), scalar.kind != .null, scalar.kind != .json else {
      return nil
    }
    return scalar
  }
}
