import Diagnostics
import FileFormats

/// One file of nomadic's: the results of a search, in whichever of its forms.
///
/// - a list of `{"score", "params", "metadata"}`: what a search writes as it goes;
/// - `{"run_results": […], "best_idx"}`: what `save_run_results` writes;
/// - the same with `hp_search_space`, `metadata` and `name`: an experiment result that was saved;
/// - an experiment, with such a result as its `experiment_result`;
/// - `{"results": {"run_results": […]}, "hyperparameters", …}`: what a workspace keeps.
struct NomadicFile {
  /// The results, in the order of the file.
  let results: [JSONValue]
  /// The object that holds the list of results; nil where the file is the list.
  let holder: JSONValue?
  /// The outermost object; nil where the file is the list.
  let root: JSONValue?

  /// The most bytes of a file.
  static let byteLimit = 32 << 20
  private static let headSize = 1 << 16

  /// The results in a document; nil if it has none of the forms.
  init?(_ root: JSONValue) {
    if let results = root.array {
      guard results.first.map({ $0["score"] != nil || $0["params"] != nil }) ?? true else { return nil }
      self.results = results
      holder = nil
      self.root = nil
      return
    }
    for holder in [root, root["results"], root["experiment_result"]] {
      guard let holder, let results = holder["run_results"]?.array else { continue }
      self.results = results
      self.holder = holder
      self.root = root
      return
    }
    return nil
  }

  /// A member of the result or, if it has none, of the object around it.
  subscript(_ name: String) -> JSONValue? { holder?[name] ?? root?[name] }

  /// The name that the experiment was given; nil if it has none.
  var name: String? {
    for name in ["name", "experiment_id"] {
      if let text = root?[name]?.string ?? holder?[name]?.string, !text.isEmpty { return text }
    }
    return nil
  }

  /// Whether the first bytes of a file are those of one of the forms: a list of objects with `score` and `params`, or
  /// an object with `run_results`.
  static func recognises(_ path: String, in fileSystem: FileSystem) -> Bool {
    guard FilePath.fileExtension(of: path) == "json", let file = try? fileSystem.open(path),
      let head = try? file.bytes(at: 0, count: min(headSize, file.size))
    else { return false }
    let text = head.filter { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    func holds(_ word: String) -> Bool {
      let word = Array("\"\(word)\":".utf8)
      return text.indices.contains { text[$0] == word[0] && text[$0...].starts(with: word) }
    }
    if text.starts(with: Array("[{".utf8)) { return holds("score") && holds("params") }
    return text.first == UInt8(ascii: "{") && holds("run_results")
  }
}
