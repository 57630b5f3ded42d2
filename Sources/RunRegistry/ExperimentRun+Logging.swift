public import Diagnostics
public import RunModel

extension ExperimentRun {
  /// Sets a parameter; one of the same name is replaced.
  public mutating func logParam(_ name: ExactString, _ value: Scalar) {
    run.params[name] = value
  }

  /// Sets several parameters.
  public mutating func logParams(_ values: [ExactString: Scalar]) {
    run.params.merge(values) { $1 }
  }

  /// Sets a metric; one of the same name is replaced, its history too.
  public mutating func logMetric(_ name: ExactString, _ value: Scalar) {
    run.metrics[name] = value
    run.histories[name] = nil
  }

  /// Adds a point to a metric's history.
  ///
  /// The metric itself is the last point by (step, time); of points at the
  /// same step and time, the one that was logged last.
  public mutating func logMetric(
    _ name: ExactString, _ value: Double, step: Int, timestamp: UTCTimestamp? = nil
  ) {
    let point = MetricPoint(step: step, timestamp: timestamp, value: value)
    let position = run.histories[name]?.lastIndex { !Self.precedes(point, $0) }.map { $0 + 1 } ?? 0
    run.histories[name, default: []].insert(point, at: position)
    run.metrics[name] = run.histories[name]?.last.map { .real($0.value) }
  }

  /// Sets several metrics.
  public mutating func logMetrics(_ values: [ExactString: Scalar]) {
    for (name, value) in values { logMetric(name, value) }
  }

  /// Adds values to the dict `name`, which need not be there yet; keys that it holds already are replaced.
  public mutating func logDict(_ name: ExactString, _ values: [ExactString: Scalar]) {
    run.dicts[name, default: [:]].merge(values) { $1 }
  }

  /// Names the model's inputs, after those that were named before; a name is taken once.
  public mutating func logFeatures(_ names: [String]) {
    var known = Set(run.features.map { ExactString($0) })
    for name in names where known.insert(ExactString(name)).inserted { run.features.append(name) }
  }

  /// Keeps `text` as the artifact `id`, in a file of that name.
  public mutating func logText(_ id: ExactString, _ text: String, filename: String? = nil) {
    logArtifact(id, bytes: Array(text.utf8), filename: filename ?? id.text)
  }

  /// Keeps text as UTF-8 bytes as the artifact `id`, in a file of that name.
  public mutating func logText(_ id: ExactString, utf8 bytes: [UInt8], filename: String? = nil) {
    logArtifact(id, bytes: bytes, filename: filename ?? id.text)
  }

  /// Keeps an image as the artifact `id`; of what sort is told from its bytes.
  public mutating func logImage(_ id: ExactString, bytes: [UInt8], filename: String? = nil) {
    let kind: Artifact.Kind = bytes.starts(with: [0xFF, 0xD8, 0xFF]) ? .jpg : .png
    logArtifact(id, bytes: bytes, filename: filename ?? id.text, kind: kind)
  }

  /// Keeps an image file as the artifact `id`, under the name it has; of what sort is told from that name.
  public mutating func logImage(_ id: ExactString, path: String) {
    let isJPEG = ["jpg", "jpeg"].contains(FilePath.fileExtension(of: path))
    logArtifact(id, path: path, kind: isJPEG ? .jpg : .png)
  }

  /// Keeps a figure as the artifact `id`, in the file `<id>.svg` or `<id>.png`; of what sort is told from its bytes.
  ///
  /// - Throws: ``RegistryError`` for bytes that are neither SVG nor PNG.
  public mutating func logFigure(_ id: ExactString, bytes: [UInt8]) throws(RegistryError) {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      return logArtifact(id, bytes: bytes, filename: id.text + ".png", kind: .png, mediaType: "image/png")
    }
    let head = String(decoding: bytes.prefix(4096), as: UTF8.self)
    guard head.contains("<svg") else {
      throw RegistryError(
        .unsupportedFigure, path: id.text,
        detail: "This figure is neither SVG nor PNG. Save it as one of them, or log it as an artifact.")
    }
    logArtifact(id, bytes: bytes, filename: id.text + ".svg", mediaType: "image/svg+xml")
  }

  /// Keeps a figure's SVG as the artifact `id`, in the file `<id>.svg`.
  ///
  /// - Throws: ``RegistryError`` for text that is no SVG.
  public mutating func logFigure(_ id: ExactString, svg: String) throws(RegistryError) {
    try logFigure(id, bytes: Array(svg.utf8))
  }

  /// Keeps `bytes` as the artifact `id`; one of the same id is replaced.
  ///
  /// - Parameters:
  ///   - id: Its name within the run.
  ///   - bytes: The content.
  ///   - filename: Its path below the run's artifact folder; may contain `/`. Checked when the run is saved.
  ///   - kind: What to call it in the record.
  ///   - mediaType: Its media type, if known.
  public mutating func logArtifact(
    _ id: ExactString, bytes: [UInt8], filename: String, kind: Artifact.Kind = .binary,
    mediaType: String? = nil
  ) {
    put(Artifact(id: id, filename: filename, kind: kind, mediaType: mediaType, content: .bytes(bytes)))
  }

  /// Keeps a copy of the file at `path` as the artifact `id`; it is read when the run is saved.
  ///
  /// Its name is the one that is given, else the one it has, in a folder named `id` where another artifact has that.
  public mutating func logArtifact(
    _ id: ExactString, path: String, filename: String? = nil, kind: Artifact.Kind = .binary
  ) {
    let name = FilePath.name(of: path)
    let isTaken = run.artifacts.contains { $0.id != id && ExactString($0.filename) == ExactString(name) }
    let free = isTaken ? FilePath.join(id.text, name) : name
    put(Artifact(id: id, filename: filename ?? free, kind: kind, content: .file(path)))
  }

  private mutating func put(_ artifact: Artifact) {
    run.artifacts.removeAll { $0.id == artifact.id }
    let position = run.artifacts.firstIndex { artifact.id < $0.id } ?? run.artifacts.endIndex
    run.artifacts.insert(artifact, at: position)
  }

  /// Whether `left` belongs before `right` in a history: by step, then time; without either counts as earliest.
  static func precedes(_ left: MetricPoint, _ right: MetricPoint) -> Bool {
    let steps = (left.step ?? .min, right.step ?? .min)
    if steps.0 != steps.1 { return steps.0 < steps.1 }
    return (left.timestamp?.microseconds ?? .min) < (right.timestamp?.microseconds ?? .min)
  }
}
