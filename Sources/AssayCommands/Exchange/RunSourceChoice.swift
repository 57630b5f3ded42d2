import Diagnostics
import RunExchange
import RunModel
import RunRegistry

/// Where a command reads runs from: a registry, or a tree that another tool wrote, recognised by what is in it.
struct RunSourceChoice {
  /// The runs.
  let source: any RunSource
  /// What another tool's tree was recognised as; nil for a registry.
  let tool: ImportTool?
  /// Further tools that left their traces there, and are not read.
  let others: [ImportTool]

  /// What is at `path`.
  ///
  /// A registry is known by its markers and records. Where there are none the other tools are asked in turn. What
  /// nobody knows is taken for a registry, whose reader says what is wrong.
  init(_ path: String, in context: CommandContext) {
    let fileSystem = context.fileSystem
    let registry = Registry(path: path, fileSystem: fileSystem, cacheFolder: context.cacheFolder)
    let tools =
      registry.isRecognised ? [] : ImportTool.allRecognised(at: path, fileSystem: fileSystem)
    others = Array(tools.dropFirst())
    if let tool = tools.first {
      self.tool = tool
      source = tool.source(at: path, fileSystem: fileSystem)
    } else {
      tool = nil
      source = registry
    }
  }

  /// The runs.
  ///
  /// - Throws: ``CommandFailure`` if there is nothing to read.
  func load() throws(CommandFailure) -> RunCollection {
    do throws(SourceError) {
      return try source.load()
    } catch {
      throw CommandFailure(error)
    }
  }

  /// The runs for a command that looks at no artifact: of a registry without looking for their files.
  ///
  /// - Throws: ``CommandFailure`` if there is nothing to read.
  func summaries() throws(CommandFailure) -> RunCollection {
    guard let registry = source as? Registry else { return try load() }
    do throws(SourceError) {
      return try registry.summaries()
    } catch {
      throw CommandFailure(error)
    }
  }

  /// Says what a tree was recognised as.
  func announce(_ path: String, in context: CommandContext) {
    guard let tool else { return }
    context.writeProgress("\(VisibleText.escaping(path)): \(tool.title)")
    guard !others.isEmpty else { return }
    context.writeMessage(
      "\(VisibleText.escaping(path)) also holds \(others.map(\.title).joined(separator: ", ")), which are not read. "
        + "“assay import auto” takes all into one registry.", severity: .warning)
  }
}
