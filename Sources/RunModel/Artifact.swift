public import Diagnostics

/// Something a run left behind: a file, or bytes that will become one.
public struct Artifact: Hashable, Sendable {
  /// Its name within the run, unique.
  public var id: ExactString
  /// Its path below the run's artifact folder, with `/`; never trusted: see ``FilePath``.
  public var filename: String
  /// What the source said it is.
  public var kind: Kind
  /// The media type, where the source tells; otherwise to be told from the bytes and the name.
  public var mediaType: String?
  /// Where its bytes are.
  public var content: Content

  /// An artifact.
  public init(
    id: ExactString, filename: String, kind: Kind = .binary, mediaType: String? = nil, content: Content
  ) {
    self.id = id
    self.filename = filename
    self.kind = kind
    self.mediaType = mediaType
    self.content = content
  }

  /// The five types that experiment-results-manager knows.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A PNG image (erm calls every image so, whatever the bytes).
    case png
    /// A JPEG image.
    case jpg
    /// A Plotly figure as JSON.
    case plotlyJSON = "plotly_json"
    /// An HTML document.
    case html
    /// Anything else: text, tables, models.
    case binary
  }

  /// Where the bytes are.
  public enum Content: Hashable, Sendable {
    /// Here.
    case bytes([UInt8])
    /// In the file at this path, to be read when needed.
    case file(String)
    /// Nowhere: the record names a file that is not there or must not be read; a diagnostic says why.
    case missing
  }
}
