import Foundation
import TestSupport
import Testing

/// Runs of a foreign tree, exported by the program itself.
@Suite struct ExportTests {
  private let source = Fixture.path("foreign/dvclive")

  @Test func aTableHasOneLineForEachRunAndEqualColumns() throws {
    let csv = try Command.assay("export", source, "--format", "csv", "--score", "f1 macro")
    #expect(csv.exitCode == 0, "\(csv.errorOutput)")
    let script =
      "import csv,sys\nrows=list(csv.reader(sys.stdin))\nprint(len(rows), len(set(map(len, rows))), rows[0][5])"
    let read = try Command.run("python3", ["-c", script], input: csv.output)
    #expect(read.output == "4 1 score\n", "\(read.output)\(read.errorOutput)")
    let tsv = try Command.assay("export", source, "--format", "tsv")
    #expect(tsv.output.split(separator: "\n").first?.contains("experiment\tvariant\trun") == true)
  }

  @Test func aModelCardHasTheNumbersOfThePredictions() throws {
    let folder = try TemporaryDirectory()
    let out = folder.path + "/README.md"
    let result = try Command.assay("export", source, "--format", "model-index", "--out", out)
    #expect(result.exitCode == 0 && result.output == out + "\n", "\(result.errorOutput)")
    let yaml = try String(contentsOfFile: out, encoding: .utf8)
    #expect(yaml.hasPrefix("model-index:\n- name: \"dvclive/main/cancer\"\n"))
    #expect(yaml.contains("type: \"log_loss\"") && yaml.contains("type: \"matthews_corrcoef\""))
  }

  @Test func theRealProgramOpensAnExportedRegistry() throws {
    let folder = try TemporaryDirectory()
    let out = folder.path + "/registry"
    #expect(try Command.assay("export", source, "--format", "erm").exitCode == 64)
    let result = try Command.assay("export", source, "--format", "erm", "--out", out)
    #expect(result.exitCode == 0, "\(result.errorOutput)")
    let script = """
      import sys, experiment_results_manager as erm
      uri = "file://" + sys.argv[1]
      run = erm.load_run_from_registry(uri, "dvclive", "main", "wine-a")
      print(len(erm.list_runs(uri, "dvclive", "main")), "predictions" in "".join(run.artifacts), len(run.metrics) > 3)
      """
    let read = try Command.run(Command.pythonPath, ["-c", script, out])
    #expect(read.output.hasSuffix("3 True True\n"), "\(read.output)\(read.errorOutput)")
  }

  @Test func anUnknownExperimentIsNamedWithTheNearOne() throws {
    let result = try Command.assay("export", source, "--format", "json", "--experiment", "dvcliv")
    #expect(
      result.exitCode == 2 && result.errorOutput.contains("Did you mean “dvclive”?"), "\(result.errorOutput)")
  }
}
