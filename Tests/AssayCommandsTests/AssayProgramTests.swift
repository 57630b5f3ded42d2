import ArgumentParser
import Diagnostics
import Testing

@testable import AssayCommands

@Suite struct AssayProgramTests {
  private let session = CommandSession(.inMemory([:]))

  @Test func theVersionIsAResult() async {
    let result = await session.run("--version")
    #expect(result.exitCode == 0)
    #expect(result.output == "0.1.0\n")
    #expect(result.errors.isEmpty)
  }

  @Test(arguments: [["--help"], ["help"], []])
  func helpNamesEveryCommand(arguments: [String]) async {
    let result = await session.run(arguments)
    #expect(result.exitCode == 0)
    for command in AssayProgram.configuration.subcommands {
      #expect(result.output.contains("  \(command.configuration.commandName ?? "?") "))
    }
  }

  @Test(arguments: AssayProgram.configuration.subcommands.map { $0.configuration.commandName ?? "?" })
  func everyCommandIsDocumentedWithAnExample(command: String) async throws {
    let help = await session.run(command, "--help")
    #expect(help.exitCode == 0)
    #expect(help.output.contains("  assay \(command) "))
    let type = try #require(
      AssayProgram.configuration.subcommands.first { $0.configuration.commandName == command })
    #expect(!type.configuration.abstract.isEmpty)
    #expect(type.configuration.abstract.hasSuffix("."))
  }

  @Test func anUnknownCommandIsWrongUsageWithTheNearOne() async {
    let result = await session.run("evaluat", "p.csv")
    #expect(result.exitCode == 64)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("“evaluat” is not one of build, "))
    #expect(result.errors.contains("Did you mean “evaluate”?"))
  }

  @Test func anUnknownOptionIsWrongUsageWithTheNearOne() async {
    let result = await session.run("evaluate", "p.csv", "--fromat", "json")
    #expect(result.exitCode == 64)
    #expect(result.errors.contains("Did you mean '--format'?"))
  }

  @Test func aFailureIsOneMessageOnStandardError() async {
    let result = await session.run("list", "/none")
    #expect(result.exitCode == 2)
    #expect(result.errors.split(separator: "\n").count == 1)
  }
}
