import Foundation

extension Command {
  /// Where the `assay` program under test is.
  ///
  /// That is what the variable `ASSAY` names (`make test` sets it to the release build); without it, the program
  /// that was built together with the tests.
  public static let assayPath: String = {
    if let path = ProcessInfo.processInfo.environment["ASSAY"], !path.isEmpty { return path }
    return URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "assay").path
  }()

  /// Runs `assay` with these arguments, as ``run(_:_:environment:input:folder:timeout:)`` does.
  ///
  /// - Returns: What it left behind.
  /// - Throws: What Foundation throws when the program is not there.
  public static func assay(
    _ arguments: String...,
    environment: [String: String] = [:],
    input: String = "",
    folder: String? = nil,
    timeout: Double = 300
  ) throws -> Result {
    try run(
      assayPath, arguments, environment: environment, input: input, folder: folder, timeout: timeout)
  }

  /// Where the Python is that `scripts/set-up` made for the tests, with the packages of `Tests/requirements.txt`.
  public static let pythonPath = Fixture.packageFolder + "/.build/venv/bin/python"
}
