import FileFormats
import TestSupport
import Testing

@testable import AssayCommands

/// `assay evaluate --metrics`.
@Suite struct EvaluateMetricsTests {
  private let session = CommandSession()
  private let rivals = Fixture.path("predictions/rivals-logistic.csv")

  private func json(_ arguments: String...) async throws -> JSONValue {
    let result = await session.run(["evaluate", "--format", "json"] + arguments)
    #expect(result.exitCode == 0)
    return try JSONReader.parse(Array(result.output.utf8), path: "json").root
  }

  /// A value without its place, to be compared.
  private func text(_ value: JSONValue?) -> String {
    switch value?.kind {
    case nil: "absent"
    case .null: "null"
    case .boolean(let value): "\(value)"
    case .number(let number): number.text
    case .string(let string): "“\(string)”"
    case .array(let values): "[" + values.map { text($0) }.joined(separator: ", ") + "]"
    case .object(let object):
      "{" + object.members.map { "\($0.name): \(text($0.value))" }.joined(separator: ", ") + "}"
    }
  }

  @Test func theMetricsThatAreAskedForAreThoseAmongAll() async throws {
    let names = [
      "log_loss", "accuracy", "f1_macro", "roc_auc_ovr_macro", "roc_auc_ovr_weighted",
      "average_precision_macro",
    ]
    let some = try await json(rivals, "--metrics", names.joined(separator: ","))
    let all = try await json(rivals)
    #expect(some["metrics"]?.object?.members.map(\.name) == names)
    for name in names {
      #expect(text(some["metrics"]?[name]) == text(all["metrics"]?[name]), "\(name)")
      #expect(text(some["intervals"]?[name]) == text(all["intervals"]?[name]), "\(name)")
    }
    for same in ["rows", "labels", "per_label", "confusion", "confused_pairs", "errors"] {
      #expect(text(some[same]) == text(all[same]), "\(same)")
    }
    #expect(
      some["calibration"]?.object?.members.isEmpty == true && some["curves"]?.object?.members.isEmpty == true)
    #expect(some["label_errors"] == nil)
  }

  @Test func metricsOfPairsOfLabelsAndOfAllCellsAreGivenWhereTheyAreAskedFor() async throws {
    let names = ["roc_auc_ovo_macro", "average_precision_micro"]
    let some = try await json(rivals, "--metrics", names.joined(separator: ","))
    let all = try await json(rivals)
    for name in names { #expect(text(some["metrics"]?[name]) == text(all["metrics"]?[name]), "\(name)") }
    #expect(text(some["intervals"]?[names[0]]) == text(all["intervals"]?[names[0]]))
    #expect(some["intervals"]?[names[0]] != nil)
  }

  @Test func metricsOfLabelsAloneNeedNoRanking() async throws {
    let some = try await json(rivals, "--metrics", "accuracy")
    let label = try #require(some["per_label"]?.object?.members.first?.value)
    #expect(label["f1"]?.number != nil && label["roc_auc"]?.isNull == true)
  }

  @Test(arguments: [
    (["--metrics", "acuracy"], "Did you mean “accuracy”?"), (["--metrics", ""], "is not one of accuracy"),
    (["--metrics", "accuracy", "--format", "html"], "--metrics goes with --format text or json"),
  ])
  func whatCannotBeIsRefused(_ options: [String], _ message: String) async {
    let result = await session.run(["evaluate", rivals] + options)
    #expect(result.exitCode == 64 && result.errors.contains(message) && result.output.isEmpty)
  }

  @Test func aMetricOfAnotherTaskIsLeftOutWithAWarning() async {
    let result = await session.run("evaluate", rivals, "--metrics", "roc_auc,accuracy", "--errors", "0")
    #expect(
      result.exitCode == 0 && result.output.contains("\naccuracy ") && !result.output.contains("roc_auc"))
    #expect(
      result.errors.contains("found roc_auc; expected metrics of multiclass predictions. It is left out."))
  }

  @Test func aComparisonGoesByTheFirstOfThemWithoutAccuracy() async throws {
    let baseline = Fixture.path("predictions/rivals-trees.csv")
    let compared = try await json(rivals, "--against", baseline, "--metrics", "f1_macro,log_loss")
    let all = try await json(rivals, "--against", baseline)
    let differences = try #require(compared["comparison"]?["differences"]?.object)
    #expect(differences.members.map(\.name) == ["f1_macro", "log_loss"])
    #expect(compared["comparison"]?["primary_metric"]?.string == "f1_macro")
    for name in ["f1_macro", "log_loss"] {
      for part in ["value", "low", "high", "p_value"] {
        #expect(text(differences[name]?[part]) == text(all["comparison"]?["differences"]?[name]?[part]))
      }
    }
  }
}
