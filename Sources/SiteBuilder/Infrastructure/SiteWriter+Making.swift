import Diagnostics

extension SiteWriter {
  /// What became of a file.
  enum Outcome: Sendable {
    case skipped
    case unchanged
    case written
    case failed([Diagnostic])
  }

  /// Makes and writes the files that are not current, several at a time; the outcomes are in the order of `files`.
  func makeAll(_ files: [SiteFile], isCurrent: [Bool]) async -> [Outcome] {
    var outcomes = Array(repeating: Outcome.skipped, count: files.count)
    var due: [Int] = []
    var prepared: Set<ExactString> = []
    for position in files.indices where !isCurrent[position] {
      do throws(FileSystemError) {
        try folder.prepareFolders(above: files[position].route, prepared: &prepared)
        due.append(position)
      } catch {
        outcomes[position] = .failed([Self.problem(files[position].route, error)])
      }
    }
    await withTaskGroup(of: (position: Int, outcome: Outcome).self) { group in
      var waiting = due.makeIterator()
      func startNext() {
        guard let position = waiting.next() else { return }
        let file = files[position]
        group.addTask { (position, make(file)) }
      }
      for _ in 0..<parallelism { startNext() }
      for await result in group {
        outcomes[result.position] = result.outcome
        startNext()
      }
    }
    return outcomes
  }

  private func make(_ file: SiteFile) -> Outcome {
    do throws(SiteError) {
      let bytes = try file.content()
      if folder.bytes(of: file.route) == bytes { return .unchanged }
      do throws(FileSystemError) {
        try folder.write(bytes, to: file.route)
        return .written
      } catch {
        return .failed([Self.problem(file.route, error)])
      }
    } catch {
      return .failed(error.diagnostics)
    }
  }

  static func problem(_ route: Route, _ error: FileSystemError) -> Diagnostic {
    Diagnostic(
      .error, .init("site.file-not-written"), at: SourcePlace(path: route.path), found: "\(error)",
      consequence: "The site is incomplete.")
  }
}
