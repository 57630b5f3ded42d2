import Diagnostics
import Testing

@testable import AssayCommands

@Suite struct ShowSchemaTests {
  private let session = CommandSession(.inMemory([:]))

  @Test func everyPageHasItsNames() async {
    let result = await session.run("schema")
    #expect(result.exitCode == 0)
    for page in ["index", "experiment", "run", "comparison"] {
      #expect(result.output.contains("pages/\(page)\n\n"))
    }
    #expect(result.output.contains("title"))
  }

  @Test func onePageCanBeChosen() async {
    let result = await session.run("schema", "run")
    #expect(result.output.hasPrefix("pages/run\n\n"))
    #expect(!result.output.contains("pages/index"))
    let unknown = await session.run("schema", "runs")
    #expect(unknown.exitCode == 64)
    #expect(unknown.errors.contains("Did you mean “run”?"))
  }
}
