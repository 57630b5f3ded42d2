import Diagnostics
import FileFormats

/// Reads the data sets of an experiment and which of them a run had as input, in a file store.
enum MLflowInputs {
  /// The data sets of `<experiment>/datasets/<id>/meta.yaml`, by id.
  static func datasets(
    _ folder: String, _ source: inout SourceFolder
  ) -> [ExactString: MLflowDataset] {
    var datasets: [ExactString: MLflowDataset] = [:]
    for (name, root) in metas(folder, limit: MLflowLimit.datasets, &source) {
      let meta = MLflowMeta(root)
      datasets[ExactString(name)] = MLflowDataset(
        name: meta["name"] ?? "", digest: meta["digest"] ?? "", sourceType: meta["source_type"] ?? "",
        source: meta["source"] ?? "")
    }
    return datasets
  }

  /// The data sets that `<run>/inputs/<id>/meta.yaml` name, in the order of these ids.
  static func read(
    _ folder: String, _ datasets: [ExactString: MLflowDataset], _ source: inout SourceFolder
  ) -> [MLflowDataset] {
    var inputs: [MLflowDataset] = []
    for (name, root) in metas(folder, limit: MLflowLimit.inputs, &source) {
      let meta = MLflowMeta(root)
      guard meta["source_type"] ?? "DATASET" == "DATASET" else { continue }
      guard var dataset = datasets[ExactString(meta["source_id"] ?? "")] else {
        source.report(
          .warning, "missing-dataset", at: FilePath.join(folder, name), "an input that is not there",
          "the id of one of the experiment's data sets", "It is left out.")
        continue
      }
      for pair in root["tags"]?.mapping ?? [] {
        guard let key = pair.key.scalar?.text, let value = pair.value.scalar?.text else { continue }
        dataset.tags[ExactString(key)] = value
      }
      inputs.append(dataset)
    }
    return inputs
  }

  /// The `meta.yaml` of each folder in `folder`, with the folder's name; those that cannot be read are left out.
  private static func metas(
    _ folder: String, limit: Int, _ source: inout SourceFolder
  ) -> [(name: String, root: YAMLNode)] {
    var metas: [(name: String, root: YAMLNode)] = []
    for entry in source.entries(folder) where entry.kind == .directory {
      guard metas.count < limit else {
        source.report(
          .warning, "too-many-inputs", at: folder, "more than \(limit) folders", "fewer",
          "The rest is left out.")
        break
      }
      let name = FilePath.join(FilePath.join(folder, entry.name), "meta.yaml")
      guard let bytes = source.bytes(name, limit: MLflowLimit.metaBytes) else { continue }
      if let root = MLflowMetaFile.node(bytes, at: name, &source) { metas.append((entry.name, root)) }
    }
    return metas
  }
}
