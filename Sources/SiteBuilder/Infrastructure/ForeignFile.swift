import Diagnostics
import Markup

/// A file that comes from outside, with all that is needed to show and publish it without harm.
///
/// ```swift
/// let file = ForeignFile(name: "report.html", bytes: bytes)
/// var names = SlugRegistry()
/// file.publishedName(in: &names)  // "report.html.txt"
/// file.html(link: link)           // a frame in which nothing runs
/// ```
package struct ForeignFile: Sendable {
  /// The name that the source gives it; may hold folders, and anything else.
  package let name: String
  /// What its bytes are.
  package let content: ForeignContent
  /// The bytes.
  package let bytes: [UInt8]

  /// Looks at a file.
  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    content = ForeignContent(bytes, name: name)
  }

  /// The SHA-256 of the bytes as 64 hexadecimal digits.
  package var sha256: String { ContentDigest.sha256(of: bytes) }

  /// The name under which the file lies in the site, chosen so that no server and no browser takes it for a document
  /// that could run.
  ///
  /// Pixels keep or get the extension of what they are. Of other files only those keep their name whose extension
  /// stands for data and whose first bytes hold no tag; `.txt` is added to the rest.
  package func publishedName(in names: inout SlugRegistry) -> String {
    names.fileName(for: name + addedExtension)
  }

  private var addedExtension: String {
    let suffix = Self.fileExtension(of: name)
    if case .raster(let image) = content {
      return image.extensions.contains(suffix) ? "" : "." + image.extensions[0]
    }
    if suffix == "txt" { return "" }
    return Self.dataExtensions.contains(suffix) && !MarkupSniffer.looksLikeMarkup(bytes) ? "" : ".txt"
  }

  /// Extensions that servers serve as text or as a download.
  private static let dataExtensions: Set<String> = [
    "csv", "tsv", "json", "jsonl", "ndjson", "log", "md", "yaml", "yml", "toml", "bin", "gz", "bz2", "xz",
    "zst",
    "zip", "tar", "npz", "npy", "pkl", "pickle", "joblib", "pt", "pth", "ckpt", "safetensors", "onnx", "h5",
    "hdf5",
    "keras", "parquet", "feather", "arrow", "db", "sqlite",
  ]

  /// The extension of the last component of `name`, in lower case; empty if there is none.
  static func fileExtension(of name: String) -> String {
    FilePath.fileExtension(of: name)
  }
}
