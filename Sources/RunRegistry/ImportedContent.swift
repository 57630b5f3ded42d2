import Diagnostics
import FileFormats
import Markup
import RunModel

/// The names of all that was imported of a run: what its registry holds beyond that was added there.
struct ImportedContent: Hashable {
  private var params: Set<ExactString>
  private var metrics: Set<ExactString>
  private var dicts: Set<ExactString>
  private var confusions: Set<ExactString>
  private var artifacts: Set<ExactString>
  private var tags: [ExactString: String]
  private var hasNotes: Bool

  /// The names of what `run` holds as its source has it.
  init(of run: Run) {
    params = Set(run.params.keys)
    metrics = Set(run.metrics.keys).union(run.histories.keys)
    dicts = Set(run.dicts.keys)
    confusions = Set(run.confusions.keys)
    artifacts = Set(run.artifacts.map(\.id))
    tags = run.tags
    hasNotes = run.notes != nil
  }

  /// What was imported of `run`, as its provenance says.
  init(recordedIn run: Run) {
    self.init(of: Run(id: run.id))
    guard let text = run.provenance[SourceKey.content],
      let root = try? JSONReader.parse(Array(text.utf8), path: "").root
    else { return }
    func names(_ key: String) -> Set<ExactString> {
      Set((root[key]?.array ?? []).compactMap { $0.string.map { ExactString($0) } })
    }
    params = names("params")
    metrics = names("metrics")
    dicts = names("dicts")
    confusions = names("confusions")
    artifacts = names("artifacts")
    for member in root["tags"]?.object?.members ?? [] {
      tags[ExactString(member.name)] = member.value.string
    }
    hasNotes = root["notes"]?.boolean ?? false
  }

  /// The names as JSON on one line.
  var json: String {
    var json = JSONWriter()
    json.object { json in
      for (key, names) in [
        ("params", params), ("metrics", metrics), ("dicts", dicts), ("confusions", confusions),
        ("artifacts", artifacts),
      ] where !names.isEmpty {
        json.member(key, names.sorted().map(\.text))
      }
      if !tags.isEmpty {
        json.member("tags") { json in
          json.object { json in
            for (name, value) in tags.sorted(by: { $0.key < $1.key }) { json.member(name.text, value) }
          }
        }
      }
      json.member("notes", hasNotes)
    }
    return json.string
  }

  /// Keeps in `run`, which comes from the source again, what was added, changed or removed in the registry since.
  ///
  /// Tags that were changed or removed in the registry stay so; of everything else what the source has counts.
  func keepAdditions(of present: Run, in run: inout Run) {
    run.params.merge(present.params.filter { !params.contains($0.key) }) { source, _ in source }
    for (name, value) in present.metrics where !metrics.contains(name) && run.metrics[name] == nil {
      run.metrics[name] = value
      run.histories[name] = present.histories[name]
    }
    run.dicts.merge(present.dicts.filter { !dicts.contains($0.key) }) { source, _ in source }
    run.confusions.merge(present.confusions.filter { !confusions.contains($0.key) }) { source, _ in source }
    if run.notes == nil, !hasNotes { run.notes = present.notes }
    for (name, value) in present.tags where tags[name] != value {
      if tags[name] != nil || run.tags[name] == nil { run.tags[name] = value }
    }
    for name in tags.keys where present.tags[name] == nil { run.tags[name] = nil }
    let filenames = Set(run.artifacts.map { ExactString($0.filename) })
    let ids = Set(run.artifacts.map(\.id)).union(artifacts)
    run.artifacts += present.artifacts.filter {
      $0.content != .missing && !ids.contains($0.id) && !filenames.contains(ExactString($0.filename))
    }
    run.artifacts.sort { $0.id < $1.id }
  }
}
