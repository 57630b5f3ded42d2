package import Diagnostics
import EmbeddedAssets

/// A template as it was written.
package struct TemplateSource: Sendable {
  /// What other templates call it: its path without extension, such as `partials/masthead`.
  package var name: String
  /// Where it was found, for diagnostics.
  package var path: String
  /// The text.
  package var text: String
  /// Whether it comes from a user's folder.
  package var isOverride: Bool

  /// A template.
  package init(name: String, path: String, text: String, isOverride: Bool = false) {
    self.name = name
    self.path = path
    self.text = text
    self.isOverride = isOverride
  }
}

extension TemplateSource {
  /// Bytes in one template at most.
  package static let sizeLimit = 1 << 20

  private static let suffix = ".mustache"

  /// The templates in the binary, each overridden by a file of the same name in a user's folder, in the order of
  /// their names' bytes; what cannot be read or is no template is reported to `log`.
  package static func load(
    overrides folder: String?, files: FileSystem, log: inout DiagnosticLog
  ) -> [TemplateSource] {
    let prefix = "Templates/"
    var sources: [String: TemplateSource] = [:]
    for asset in EmbeddedAsset.all where asset.path.hasPrefix(prefix) && asset.path.hasSuffix(suffix) {
      let name = String(asset.path.dropFirst(prefix.count).dropLast(suffix.count))
      sources[name] = TemplateSource(name: name, path: asset.path, text: asset.text)
    }
    if let folder {
      for file in OverrideFolder(folder, sizeLimit: sizeLimit).read(files, log: &log) {
        guard let source = override(file, in: folder, log: &log) else { continue }
        sources[source.name] = source
      }
    }
    return sources.values.sorted { ExactString($0.name) < ExactString($1.name) }
  }

  private static func override(
    _ file: OverrideFolder.File, in folder: String, log: inout DiagnosticLog
  ) -> TemplateSource? {
    let path = FilePath.join(folder, file.name)
    let name = file.name.hasSuffix(suffix) ? String(file.name.dropLast(suffix.count)) : "."
    guard !name.utf8.contains(UInt8(ascii: ".")) else {
      log.add(
        Diagnostic(
          .warning, .init("template.not-a-template"), at: SourcePlace(path: path),
          found: "a file of another kind",
          expected: "a name that ends in \(suffix) and has no other full stop", consequence: "It is not used."
        ))
      return nil
    }
    guard let text = String(validating: file.bytes, as: UTF8.self) else {
      log.add(
        Diagnostic(
          .error, .init("template.not-utf8"), at: SourcePlace(path: path), found: "bytes that are not UTF-8",
          expected: "text in UTF-8"))
      return nil
    }
    return TemplateSource(
      name: String(file.name.dropLast(suffix.count)), path: path, text: text, isOverride: true)
  }
}
