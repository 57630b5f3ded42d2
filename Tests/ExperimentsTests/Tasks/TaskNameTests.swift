import Diagnostics
import Testing

@testable import Experiments

@Suite struct TaskNameTests {
  @Test func stemsAreThoseOfSkrobot() {
    #expect(
      TaskName.snakeCase("HyperParametersSearchCrossValidationTask")
        == "hyper_parameters_search_cross_validation_task")
    #expect(TaskName.snakeCase("TAPTask") == "t_a_p_task")
    #expect(TaskName.snakeCase("EvaluationCrossValidationTask") == "evaluation_cross_validation_task")
    #expect(TaskName.snakeCase("Pair<Int>") == "pair")
    #expect(EvaluationCrossValidationTask.typeName == "evaluation_cross_validation_task")
    #expect(TrainTask.typeName == "train_task")
    #expect(PredictionTask.typeName == "prediction_task")
  }

  @Test func executionsAreNumberedFromTheSecondOn() {
    #expect(TaskName.stem("a", execution: 1) == "a")
    #expect(TaskName.stem("a", execution: 2) == "a_0002")
    #expect(TaskName.stem("a", execution: 12_345) == "a_12345")
  }

  @Test func aTypeNameThatLeadsElsewhereIsRefusedBeforeTheTaskRuns() async throws {
    struct Sly: ExperimentTask {
      static var typeName: String { "../sly" }
      func run(in directory: String) async throws { Issue.record("must not run") }
    }
    #expect(TaskName.problem(of: "a/b") != nil)
    #expect(TaskName.problem(of: ".a") != nil)
    #expect(TaskName.problem(of: "") != nil)
    #expect(TaskName.problem(of: "a\nb") != nil)
    #expect(TaskName.problem(of: "train_task") == nil)
    let experiment = try Experiment("/r", fileSystem: .inMemory(["/x": ""])).build()
    let error = await #expect(throws: TaskError.self) { try await experiment.run(Sly()) }
    #expect(error?.reason == .unsafeName)
  }
}
