public import Diagnostics
import FileFormats
import Jobs
public import RunModel
import ScalarFormats

extension SearchSpec {
  /// The most bytes of a specification.
  static let sizeLimit = 1 << 20
  /// The keys of a specification.
  static let keys = [
    "experiment", "variant", "command", "folder", "files", "parameters", "strategy", "trials", "population",
    "exploit", "explore", "max_generations", "resource", "synchronous", "seed", "metric", "direction",
    "workers", "retries", "timeout", "lease", "registry", "queue", "jobs", "environment", "tags",
    "allow_empty_results",
  ]

  /// Reads the specification in the file at `path`.
  ///
  /// Paths in it are relative to its folder. Absent are the registry `registry` and a queue named as the file, with
  /// `.queue` at its end, both beside it.
  ///
  /// - Throws: ``SearchSpecError`` with all that is wrong.
  public static func read(_ path: String, from fileSystem: FileSystem) throws(SearchSpecError) -> SearchSpec {
    let document: YAMLDocument
    var folder = FilePath.parent(of: path)
    do throws(FormatError) {
      document = try YAMLReader.read(path, displayPath: path, in: fileSystem, limit: sizeLimit)
    } catch {
      throw SearchSpecError([error.diagnostic(.init("search.unreadable"))])
    }
    if let real = try? fileSystem.resolve(folder) { folder = real }
    let name = FilePath.name(of: path)
    let stem = name.utf8.lastIndex(of: UInt8(ascii: ".")).map { String(name[..<$0]) } ?? name
    var spec = try SearchSpec(
      document.root, path: path, folder: folder, queueName: (stem.isEmpty ? name : stem) + ".queue")
    try spec.loadFiles(path: path, from: fileSystem)
    return spec
  }

  /// Reads a specification that a queue keeps, as ``settings`` wrote it.
  ///
  /// - Throws: ``SearchSpecError``.
  public init(settings: String, queue: String) throws(SearchSpecError) {
    let document: JSONDocument
    do throws(FormatError) {
      document = try JSONReader.parse(Array(settings.utf8), path: queue)
    } catch {
      throw SearchSpecError([error.diagnostic(.init("search.unreadable"))])
    }
    try self.init(
      YAMLNode(document.root, of: document), path: queue, folder: FilePath.parent(of: queue),
      queueName: FilePath.name(of: queue))
    self.queue = queue
  }

  private init(_ root: YAMLNode?, path: String, folder: String, queueName: String) throws(SearchSpecError) {
    experiment = ""
    self.folder = folder
    registry = FilePath.join(folder, "registry")
    queue = FilePath.join(folder, queueName)
    var reader = SpecReader(path: path)
    guard let root else {
      throw SearchSpecError([
        Diagnostic(
          .error, .init("search.value"), at: SourcePlace(path: path), found: "an empty file",
          expected: "a mapping with experiment and command")
      ])
    }
    reader.eachKey(of: root, among: Self.keys, aliases: Self.aliases) { reader, key, node in
      take(key, node, &reader)
    }
    if root.mapping != nil { complete(root, &reader) }
    guard reader.problems.isEmpty else {
      throw SearchSpecError(
        reader.problems.enumerated().sorted { left, right in
          guard let first = left.element.place, let second = right.element.place, first != second else {
            return left.offset < right.offset
          }
          return first < second
        }.map(\.element))
    }
  }

  /// Takes what a key says.
  private mutating func take(_ key: String, _ node: YAMLNode, _ reader: inout SpecReader) {
    switch key {
    case "experiment": experiment = reader.identifier(node) ?? "?"
    case "variant": variant = reader.identifier(node) ?? variant
    case "command": command = reader.command(node)
    case "folder": folder = reader.text(node).map { FilePath.join(folder, $0) } ?? folder
    case "files": files = reader.files(node)
    case "parameters": space = reader.space(node)
    case "strategy": strategy = reader.choice(node) ?? strategy
    case "trials": trials = reader.integer(node, from: 1, through: SearchSpace.gridLimit)
    case "population":
      population.size = reader.integer(node, from: 1, through: PopulationSettings.sizeLimit)
    case "exploit": population.truncate = reader.truncation(node) ?? population.truncate
    case "explore": population.explore = reader.explore(node)
    case "max_generations":
      population.maxGenerations = reader.integer(node, from: 1, through: PopulationSettings.generationLimit)
    case "resource": halving = reader.resource(node)
    case "synchronous": population.isSynchronous = reader.boolean(node) ?? true
    case "seed": seed = reader.integer(node, from: 0).map { UInt64($0) } ?? seed
    case "metric": metric = reader.text(node).map { ExactString($0) }
    case "direction": direction = reader.direction(node)
    case "workers": workers = reader.integer(node, from: 1, through: 128) ?? workers
    case "retries": retries = reader.integer(node, from: 0, through: JobLimit.retries) ?? retries
    case "timeout": timeout = reader.seconds(node, through: JobLimit.leaseSeconds)
    case "lease": lease = reader.seconds(node, from: 1, through: JobLimit.leaseSeconds) ?? lease
    case "registry": registry = reader.text(node).map { Self.place($0, in: folder) } ?? registry
    case "queue": queue = reader.text(node).map { Self.place($0, in: folder) } ?? queue
    case "jobs": jobs = reader.jobs(node)
    case "environment": environment = reader.environment(node)
    case "tags": tags = reader.texts(node)
    default: allowsEmptyResults = reader.boolean(node) ?? false
    }
  }

  /// Where `text` is: a path from `folder` on, unless it is an address, well-formed or not.
  public static func place(_ text: String, in folder: String) -> String {
    text.contains("://") || JobQueue.addressProblem(text) != nil ? text : FilePath.join(folder, text)
  }

  /// Checks what concerns several keys.
  private mutating func complete(_ root: YAMLNode, _ reader: inout SpecReader) {
    if root["experiment"] == nil || root["experiment"]?.isNull == true {
      reader.report(root, found: "no experiment", expected: "experiment: its name")
    }
    if root["command"] == nil || root["command"]?.isNull == true {
      reader.report(root, found: "no command", expected: "command: the program and its arguments")
    }
    if direction == nil, let metric { direction = Self.known(metric) }
    if metric == nil, let node = root["direction"] {
      reader.report(node, found: "a direction without a metric", expected: "metric: what is to get better")
    }
    guard reader.problems.isEmpty else { return }
    completePlan(root)
    checkStrategy(root, &reader)
    checkJobs(root, &reader)
  }

  private static func known(_ metric: ExactString) -> SearchDirection? {
    switch MetricDirection.known(for: metric.text) {
    case .higherIsBetter: .maximize
    case .lowerIsBetter: .minimize
    case .unknown: nil
    }
  }

  private func checkStrategy(_ root: YAMLNode, _ reader: inout SpecReader) {
    checkKeys(root, &reader)
    let place = root["strategy"] ?? root
    switch strategy {
    case .manual:
      break
    case .random:
      if trials == nil {
        reader.report(
          place, found: "a random search without trials", expected: "trials: how many points are drawn")
      }
    case .grid:
      for (pair, parameter) in zip(root["parameters"]?.mapping ?? [], space.parameters)
      where parameter.distribution.gridValues == nil {
        if case .integer(let low, let high, isLogarithmic: false) = parameter.distribution {
          reader.report(
            pair.value, found: "more than \(SearchSpace.gridLimit) integers in a grid, \(low) to \(high)",
            expected: "fewer values, or strategy: random")
          continue
        }
        reader.report(
          pair.value, found: "a distribution without a list of values in a grid",
          expected: "choice without weights, values, integer without log, or const")
      }
      if reader.problems.isEmpty, space.gridCount == nil {
        reader.report(
          place, found: "a grid of more than \(SearchSpace.gridLimit) points",
          expected: "fewer values, or strategy: random")
      }
    case .pbt: checkPopulation(root, place, &reader)
    case .asha: checkHalving(root, place, &reader)
    }
  }

  /// A job that somebody adds has exactly the parameters of the space, if there is one.
  private func checkJobs(_ root: YAMLNode, _ reader: inout SpecReader) {
    for (node, job) in zip(root["jobs"]?.sequence ?? [], jobs) {
      if let problem = problem(ofJob: job) {
        reader.report(node, found: problem.found, expected: problem.expected)
      }
    }
  }

  /// What is wrong with the names of a job's hyperparameters, as the objects of “found …” and “expected …”.
  ///
  /// With a strategy that draws, a job has the parameters of the space, as schedy demands it; with the manual one any; in a
  /// population at least those that are explored.
  public func problem(ofJob job: [ExactString: Scalar]) -> (found: String, expected: String)? {
    guard strategy != .manual else { return nil }
    if strategy == .pbt { return problem(ofMember: job) }
    if strategy == .asha, let halving, job[halving.resource] != halving.value(of: 0) {
      return (
        "\(VisibleText.quoting(halving.resource.text)) \(job[halving.resource]?.text ?? "")",
        "\(halving.value(of: 0).text), that of the lowest rung, or none"
      )
    }
    var job = job
    if strategy == .asha, let halving { job[halving.resource] = nil }
    let names = Set(space.parameters.map(\.name))
    if let unknown = job.keys.filter({ !names.contains($0) }).min() {
      let near = NearestName.suggestion(for: unknown.text, among: names.map(\.text).sorted())
      return (
        "the hyperparameter \(VisibleText.quoting(unknown.text))",
        "the parameters of the search" + (near.map { "; did you mean \(VisibleText.quoting($0))?" } ?? "")
      )
    }
    if let missing = names.filter({ job[$0] == nil }).min() {
      return ("no \(VisibleText.quoting(missing.text))", "all parameters of the search")
    }
    return nil
  }
}
