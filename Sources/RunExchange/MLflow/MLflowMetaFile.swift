import Diagnostics
import FileFormats

/// Reads a `meta.yaml`: by lines where it has the form that MLflow writes, else as YAML.
enum MLflowMetaFile {
  /// The fields; nil with a diagnostic if they cannot be read.
  static func read(
    _ entry: DirectoryEntry, in folder: String, _ source: inout SourceFolder
  ) -> MLflowMeta? {
    guard let bytes = source.bytes(of: entry, in: folder, limit: MLflowLimit.metaBytes) else { return nil }
    if let meta = MLflowMeta(flat: bytes) { return meta }
    return node(bytes, at: FilePath.join(folder, entry.name), &source).map { MLflowMeta($0) }
  }

  /// The root of a YAML file; nil with a diagnostic if it is not a mapping.
  static func node(_ bytes: [UInt8], at name: String, _ source: inout SourceFolder) -> YAMLNode? {
    do throws(FormatError) {
      let document = try YAMLReader.parse(bytes, path: name)
      if let root = document.root, root.mapping != nil { return root }
      source.report(
        .warning, "invalid-yaml", at: name, document.root?.kindInWords ?? "nothing", "a mapping of fields",
        "The file is left out.")
    } catch {
      source.add(error, "invalid-yaml", consequence: "The file is left out.")
    }
    return nil
  }
}
