package import Diagnostics
import EmbeddedAssets

/// The assets that lie in the binary, each overridden by a file of the same name in a user's own folder.
package enum AssetLibrary {
  /// Bytes in one file of a user's folder at most.
  package static let sizeLimit = 8 << 20

  /// All assets by name, in the order of the names' bytes; what cannot be read is reported to `log`.
  package static func load(
    overrides folder: String?, files: FileSystem, log: inout DiagnosticLog
  ) -> [Asset] {
    let prefix = "Resources/"
    var assets: [ExactString: Asset] = [:]
    for asset in EmbeddedAsset.all where asset.path.hasPrefix(prefix) {
      let name = String(asset.path.dropFirst(prefix.count))
      assets[ExactString(name)] = Asset(name: name, bytes: asset.bytes)
    }
    if let folder {
      for file in OverrideFolder(folder, sizeLimit: sizeLimit).read(files, log: &log) {
        assets[ExactString(file.name)] = Asset(name: file.name, bytes: file.bytes)
      }
    }
    return assets.values.sorted { ExactString($0.name) < ExactString($1.name) }
  }
}
