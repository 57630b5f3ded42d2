import PackagePlugin

/// Writes the text files of a target into a Swift source with one string literal for each file.
@main
struct EmbedAssets: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
    guard let module = target.sourceModule else { return [] }
    let assets = module.sourceFiles.filter { $0.type != .source }.map(\.url).sorted { $0.path < $1.path }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedAssetContents.swift")
    let tool = try context.tool(named: "embed-assets")
    return [
      .buildCommand(
        displayName: "Embed \(assets.count) assets into \(target.name)",
        executable: tool.url,
        arguments: [output.path, module.directoryURL.path] + assets.map(\.path),
        inputFiles: assets,
        outputFiles: [output])
    ]
  }
}
