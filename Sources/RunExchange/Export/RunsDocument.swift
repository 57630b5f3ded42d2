import Markup
package import RunModel

/// Runs as one JSON document: `{schema_version, source, runs: […]}`, each run as a ``RunDocument``.
package struct RunsDocument {
  private let collection: RunCollection

  /// The document of all runs of `collection`, in its order.
  package init(_ collection: RunCollection) {
    self.collection = collection
  }

  /// The document over several lines, with a final line break.
  package func json() -> String {
    var json = JSONWriter(style: .pretty)
    json.object { json in
      json.member("schema_version", 1)
      json.member("source", collection.sourceName)
      json.member("runs", collection.runs.map { RunDocument($0) })
    }
    return json.string + "\n"
  }
}
