import Diagnostics
import FileFormats
import RunModel

/// One run of the Trainer, from its output folder.
struct TrainerRun {
  private let folder: String
  private let entries: [DirectoryEntry]

  private static let configuration = "config.json"
  private static let card = "README.md"
  private static let resultsSuffix = "_results.json"
  private static let allResults = "all_results.json"

  /// The run in a folder of the source.
  init(folder: String, _ source: SourceFolder) {
    self.folder = folder
    var source = source
    entries = source.entries(folder)
  }

  /// The checkpoints among what a folder holds, that of the highest step first.
  static func checkpoints(_ entries: [DirectoryEntry]) -> [(name: String, step: Int)] {
    let prefix = "checkpoint-"
    return entries.compactMap { entry -> (name: String, step: Int)? in
      guard entry.kind == .directory, entry.name.utf8.starts(with: prefix.utf8) else { return nil }
      let digits = entry.name.utf8.dropFirst(prefix.utf8.count)
      guard digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
      return Int(Substring(digits)).map { (entry.name, $0) }
    }.sorted { $0.step == $1.step ? ExactString($0.name) < ExactString($1.name) : $0.step > $1.step }
  }

  /// Reads what there is; what is wrong becomes diagnostics.
  func read(_ source: inout SourceFolder) -> Run {
    var run = source.run(in: folder, of: .hfTrainer)
    readState(&run, &source)
    readResults(&run, &source)
    readConfiguration(&run, &source)
    run.notes = source.notes(FilePath.join(folder, Self.card))
    let checkpoints = Self.checkpoints(entries).map(\.name)
    if !checkpoints.isEmpty {
      run.provenance["checkpoints"] = checkpoints.reversed().joined(separator: ", ")
    }
    let names = Set(checkpoints + results + [TrainerState.name, Self.card, Self.configuration])
    let read = Set(names.map { ExactString($0) })
    run.artifacts = source.artifacts(below: folder) { read.contains(ExactString($0)) }
    return run
  }

  /// The final state counts, or else that of the last checkpoint that can be read.
  ///
  /// Without a final state and with steps to go, the run is still at work or was killed.
  private func readState(_ run: inout Run, _ source: inout SourceFolder) {
    let final = entries.hasFile(TrainerState.name) ? [TrainerState.name] : []
    let others = Self.checkpoints(entries).map { $0.name + "/" + TrainerState.name }
    for name in final + others {
      let file = FilePath.join(folder, name)
      guard source.offers(file) else { continue }
      let state = TrainerState(file, &source)
      guard !state.isEmpty else { continue }
      if final.isEmpty, !state.isFinished { run.status = .running }
      state.write(to: &run, &source, at: file)
      return
    }
  }

  /// The files of results, that of all of them at the end.
  private var results: [String] {
    let names = entries.fileNames.filter {
      $0.utf8.count > Self.resultsSuffix.utf8.count && $0.hasSuffix(Self.resultsSuffix)
    }
    let all = ExactString(Self.allResults)
    return names.filter { ExactString($0) != all } + names.filter { ExactString($0) == all }
  }

  /// Each file of results becomes a dict, since its numbers may be those of the best model and not of the last step.
  ///
  /// What was not logged, as that of a test set, is also a metric.
  private func readResults(_ run: inout Run, _ source: inout SourceFolder) {
    let results = results
    for name in results {
      let values = source.flatJSON(FilePath.join(folder, name))
      for (metric, value) in values where value.number != nil && run.metrics[metric] == nil {
        run.metrics[metric] = value
      }
      guard !values.isEmpty, results.count == 1 || ExactString(name) != ExactString(Self.allResults) else {
        continue
      }
      let kind = String(decoding: name.utf8.dropLast(Self.resultsSuffix.utf8.count), as: UTF8.self)
      run.dicts[ExactString(kind + " results")] = values
    }
    if run.duration == nil { run.duration = run.metrics["train_runtime"]?.number }
  }

  /// The model's configuration becomes a dict, the names of its labels another.
  private func readConfiguration(_ run: inout Run, _ source: inout SourceFolder) {
    let places = [Self.configuration] + Self.checkpoints(entries).map { $0.name + "/" + Self.configuration }
    guard let file = places.map({ FilePath.join(folder, $0) }).first(where: { source.offers($0) }),
      let document = source.json(file, limit: ImportLimit.documentBytes)
    else { return }
    var settings = FlatValues()
    var labels = FlatValues()
    for member in document.root.object?.members ?? [] {
      switch ExactString(member.name) {
      case "id2label":
        for label in member.value.object?.members ?? [] { labels.add(label.value, named: label.name) }
      case "label2id": break
      case "transformers_version": run.provenance["transformers version"] = member.value.string
      default: settings.add(member.value, named: member.name)
      }
    }
    source.reportLeftOut(settings, at: file)
    source.reportLeftOut(labels, at: file)
    if !settings.values.isEmpty { run.dicts["model config"] = settings.values }
    if !labels.values.isEmpty { run.dicts["id2label"] = labels.values }
  }
}
