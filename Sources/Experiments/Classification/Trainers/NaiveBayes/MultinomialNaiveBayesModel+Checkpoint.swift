public import Diagnostics
import FileFormats
import Markup

extension MultinomialNaiveBayesModel {
  private static let kind = "multinomial-naive-bayes"
  private static let byteLimit = 256 << 20

  /// The model in a checkpoint.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - fileSystem: What it lies in.
  /// - Throws: ``ClassificationExperimentError`` with the place, for a file that cannot be read, is no such checkpoint or holds
  ///   numbers that do not fit together.
  public init(checkpointAt path: String, fileSystem: FileSystem = .disk) throws(ClassificationExperimentError)
  {
    let document: JSONDocument
    do throws(FormatError) {
      document = try JSONReader.read(path, displayPath: path, in: fileSystem, limit: Self.byteLimit)
    } catch {
      throw ClassificationExperimentError(
        .metadata(place: error.place, found: error.found, expected: error.expected))
    }
    let fields = JSONFields(document)
    let root = document.root
    let (version, kind) = (try fields.integer("schema_version", of: root), try fields.text("model", of: root))
    guard version == 1, kind == Self.kind else {
      throw fields.error(
        root, found: "version \(version) of \(VisibleText.quoting(kind))",
        expected: "version 1 of “\(Self.kind)”")
    }
    let labels = try Self.labels(root, fields)
    let featureCount = try fields.integer("n_features", of: root)
    let words = (try fields.integer("ngram_min", of: root), try fields.integer("ngram_max", of: root))
    guard (1...Int(Int32.max)).contains(featureCount), 1 <= words.0, words.0 <= words.1, words.1 <= 10,
      let alpha = root["alpha"]?.number?.value, alpha > 0, alpha < 1e100
    else {
      throw fields.error(
        root, found: "parameters that no such model has", expected: "those that it was written with")
    }
    let counts = try Self.counts(root, fields, labelCount: labels.count, featureCount: featureCount)
    self.init(
      labels: labels, isMultilabel: try fields.boolean("multilabel", of: root), alpha: alpha,
      fitsPrior: try fields.boolean("fit_prior", of: root),
      features: HashedCounts(featureCount: featureCount, shortest: words.0, longest: words.1), counts: counts)
  }

  /// Writes the checkpoint, whole or not at all.
  func write(to path: String, in fileSystem: FileSystem) throws(FileSystemError) {
    var json = JSONWriter()
    json.object { json in
      json.member("schema_version", 1)
      json.member("model", Self.kind)
      json.member("labels", labels.map(\.text))
      json.member("multilabel", isMultilabel)
      json.member("alpha", alpha)
      json.member("fit_prior", fitsPrior)
      json.member("ngram_min", features.shortest)
      json.member("ngram_max", features.longest)
      json.member("n_features", features.featureCount)
      json.member("examples", counts.examples)
      json.member("examples_of_label", counts.examplesOfLabel)
      // Of each feature: which, how often in all, and label and count in turn.
      json.member("features") { json in
        json.array { json in
          for feature in counts.totalOfFeature.keys.sorted() {
            let cells = (counts.cells[feature] ?? []).flatMap { [$0.label, $0.count] }
            json.element([feature, counts.totalOfFeature[feature] ?? 0] + cells)
          }
        }
      }
    }
    try fileSystem.write(json.bytes, path)
  }

  private static func labels(
    _ root: JSONValue, _ fields: JSONFields
  ) throws(ClassificationExperimentError) -> [ExactString] {
    let list = root["labels"]?.array ?? []
    let labels = list.compactMap { $0.string.map { ExactString($0) } }
    guard !labels.isEmpty, labels.count == list.count, Set(labels).count == labels.count else {
      throw fields.error(
        root["labels"] ?? root, found: "no list of different labels", expected: "one as “labels”")
    }
    return labels
  }

  private static func counts(
    _ root: JSONValue, _ fields: JSONFields, labelCount: Int, featureCount: Int
  ) throws(ClassificationExperimentError) -> NaiveBayesCounts {
    var features: [(feature: Int, total: Int, cells: [NaiveBayesCounts.Cell])] = []
    for entry in root["features"]?.array ?? [] {
      let numbers = (entry.array ?? []).map { $0.number?.integer ?? -1 }
      guard numbers.count >= 2, numbers.count % 2 == 0 else {
        throw fields.error(
          entry, found: "no entry of a feature",
          expected: "a list of feature, total, and label and count in turn")
      }
      let cells = stride(from: 2, to: numbers.count, by: 2).map {
        NaiveBayesCounts.Cell(label: numbers[$0], count: numbers[$0 + 1])
      }
      features.append((numbers[0], numbers[1], cells))
    }
    let ofLabel = (root["examples_of_label"]?.array ?? []).map { $0.number?.integer ?? -1 }
    let counts =
      ofLabel.count == labelCount
      ? NaiveBayesCounts(
        examples: try fields.integer("examples", of: root), examplesOfLabel: ofLabel, features: features,
        featureCount: featureCount) : nil
    guard let counts else {
      throw fields.error(
        root, found: "counts that do not fit together", expected: "those of one training")
    }
    return counts
  }
}
