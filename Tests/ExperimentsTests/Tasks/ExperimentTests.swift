import Diagnostics
import Foundation
import RunModel
import TestSupport
import Testing

@testable import Experiments

@Suite struct ExperimentTests {
  private static let time = UTCTimestamp(microseconds: 1_774_070_109_250_000)

  private static func experiment(_ repository: String) -> Experiment {
    Experiment(repository, clock: .fixed(time))
  }

  @Test func theFolderHoldsWhatSkrobotsHoldsByteForByte() async throws {
    let scratch = try TemporaryDirectory()
    let source = try scratch.write("print(1)\n", to: "train_model.py")
    let experiment = try Self.experiment(scratch.path + "/experiments-output")
      .setSourceCodeFilePath(source).setExperimenter("alice b")
      .build(id: "216363698b524b4a97b750923ceb3ffd")
    let folder = scratch.path + "/experiments-output/alice b-2026-03-21T05-15-09"
    #expect(experiment.path == folder)
    let sample = "foreign/skrobot/experiments-output/alice b-2026-03-21T05-15-09"
    #expect(try Listing.text(folder + "/experiment.log") == Fixture.text(sample + "/experiment.log"))
    #expect(try Listing.text(folder + "/train_model.py") == "print(1)\n")

    await #expect(throws: BadTask.Boom.self) { try await experiment.run(BadTask()) }
    #expect(try Listing.text(folder + "/bad_task.params") == Fixture.text(sample + "/bad_task.params"))
    #expect(try await experiment.run(NoteTask()) == "fine")
    #expect(
      try Listing.text(folder + "/note_task.params")
        == """
        {
         "type": "note_task",
         "x": 1,
         "C": 0.1,
         "texts": [
          "a",
          {
           "b": null
          }
         ]
        }
        """)
    #expect(
      Listing.files(folder) == [
        "bad_task.errors", "bad_task.execution.json", "bad_task.params", "experiment.log", "half.txt",
        "note.txt", "note_task.execution.json", "note_task.params", "train_model.py",
      ])
  }

  @Test func aFailureIsRecordedInFullAndThrownAsItIs() async throws {
    let scratch = try TemporaryDirectory()
    let experiment = try Self.experiment(scratch.path).build()
    let execution = await experiment.execute(BadTask())
    #expect(throws: BadTask.Boom.self) { try execution.result.get() }
    let text = "Boom: boom\n\nCaused by: Deep: Traceback (most recent call last):\n  line 3"
    #expect(try Listing.text(experiment.path + "/bad_task.errors") == text)
    #expect(execution.record.error == text)
    #expect(execution.record.status == .failed)
    #expect(execution.record.files == [TaskRecord.File(path: "half.txt", bytes: 4)])
  }

  @Test func everyExecutionHasARecordAndNoErrorsAreLeftAfterSuccess() async throws {
    let scratch = try TemporaryDirectory()
    let experiment = try Self.experiment(scratch.path).build()
    let task = SecondTimeTask()
    await #expect(throws: BadTask.Deep.self) { try await experiment.run(task) }
    #expect(try await experiment.run(task) == 7)
    for text in ["one", "two", "three"] { try await experiment.run(NoteTask(text: text)) }
    #expect(
      Listing.files(experiment.path) == [
        "experiment.log", "note.txt", "note_task.execution.json", "note_task.params",
        "note_task_0002.execution.json", "note_task_0002.params", "note_task_0002/note.txt",
        "note_task_0003.execution.json", "note_task_0003.params", "note_task_0003/note.txt",
        "second_time_task.errors", "second_time_task.execution.json", "second_time_task.params",
        "second_time_task_0002.execution.json", "second_time_task_0002.params",
      ])
    #expect(try Listing.text(experiment.path + "/note.txt") == "one")
    #expect(try Listing.text(experiment.path + "/note_task_0003/note.txt") == "three")
    let record = try JSONSerialization.jsonObject(
      with: Data(try Listing.text(experiment.path + "/note_task_0002.execution.json").utf8))
    let fields = try #require(record as? [String: Any])
    #expect(fields["type"] as? String == "note_task")
    #expect(fields["execution"] as? Int == 2)
    #expect(fields["status"] as? String == "completed")
    #expect(fields["started"] as? String == "2026-03-21T05:15:09.250000Z")
    #expect(fields["directory"] as? String == "note_task_0002")
    #expect((fields["files"] as? [[String: Any]])?.first?["path"] as? String == "note.txt")
  }

  @Test func experimentsOfOneSecondHaveFoldersOfTheirOwnAlsoWhenBuiltAtOnce() async throws {
    let scratch = try TemporaryDirectory()
    let paths = await withTaskGroup(of: String?.self) { group in
      for _ in 0..<12 {
        group.addTask { try? Self.experiment(scratch.path).build().path }
      }
      return await group.reduce(into: Set<String?>()) { $0.insert($1) }
    }
    let names =
      ["anonymous-2026-03-21T05-15-09"]
      + (2...12).map { "anonymous-2026-03-21T05-15-09_\($0 < 10 ? "000" : "00")\($0)" }
    #expect(paths == Set(names.map { "\(scratch.path)/\($0)" }))
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).count == 12)
  }

  @Test func tasksThatRunAtOnceKeepTheirFilesApart() async throws {
    let scratch = try TemporaryDirectory()
    let experiment = try Self.experiment(scratch.path).build()
    let records = await withTaskGroup(of: TaskRecord.self) { group in
      for number in 0..<8 {
        group.addTask { await experiment.execute(NoteTask(text: "\(number)")).record }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(Set(records.map(\.execution)) == Set(1...8))
    #expect(records.allSatisfy { $0.files.map(\.path) == ["note.txt"] && $0.status == .completed })
    #expect(Set(records.map(\.directory)).count == 8)
  }

  @Test func messagesAreSkrobotsAndABrokenNotifierIsAWarning() async throws {
    let scratch = try TemporaryDirectory()
    let (notebook, broken) = (RecordingNotifier(), RecordingNotifier(fails: true))
    let experiment = try Self.experiment(scratch.path).setNotifier(broken).setNotifier(notebook).build(
      id: "e1")
    let good = await experiment.execute(NoteTask())
    #expect(try good.result.get() == "fine")
    #expect(good.diagnostics.map(\.severity) == [.warning])
    #expect(
      good.diagnostics.first?.found == "that a broken notifier could not be told: NotifierError: test: No.")
    #expect(good.record.status == .completed)
    #expect(!FileManager.default.fileExists(atPath: experiment.path + "/note_task.errors"))
    let record = try Listing.text(experiment.path + "/note_task.execution.json")
    #expect(record.contains(#""status": "failed""#) && record.contains("a broken notifier"))

    await #expect(throws: BadTask.Boom.self) { try await experiment.run(BadTask()) }
    #expect(
      notebook.messages == [
        "The task [note_task] under experiment [e1] is completed successfully.",
        "The task [bad_task] under experiment [e1] has failed with error:\n\nBoom: boom\n\n"
          + "Caused by: Deep: Traceback (most recent call last):\n  line 3",
      ])
  }

  @Test func namesFromOutsideStayInTheRepository() throws {
    let scratch = try TemporaryDirectory()
    let long = String(repeating: "ü", count: 400)
    let names = [
      "../../up", "/etc/passwd", "..", ".", ".hidden", "-rf", "a/b", "a\\b", "a\u{0}b", "a\nb", "\u{202E}x",
      long,
    ]
    for name in names {
      let experiment = try Self.experiment(scratch.path + "/r").setExperimenter(name).build()
      let folder = URL(filePath: experiment.path).lastPathComponent
      #expect(experiment.path == scratch.path + "/r/" + folder)
      #expect(!folder.hasPrefix(".") && !folder.hasPrefix("-") && folder.utf8.count <= 255)
      let log =
        try JSONSerialization.jsonObject(
          with: Data(try Listing.text(experiment.path + "/experiment.log").utf8)) as? [String: String]
      #expect(log?["experimenter"] == name)
      #expect(log?["experiment_id"]?.count == 32)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == ["r"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/r").count == names.count)
    for name in ["", " ", "\n\t"] {
      let error = #expect(throws: TaskError.self) {
        try Self.experiment(scratch.path).setExperimenter(name).build()
      }
      #expect(error?.reason == .unsafeName)
    }
  }

  @Test func sourceCodeThatIsNotThereOrBearsARecordsNameLeavesNoFolder() throws {
    let scratch = try TemporaryDirectory()
    try scratch.write("x", to: "in/train.py")
    try scratch.write("x", to: "in/experiment.log")
    try scratch.write("x", to: "in/a.params")
    for name in ["trian.py", "experiment.log", "a.params", ".."] {
      let error = #expect(throws: TaskError.self) {
        try Self.experiment(scratch.path + "/r").setSourceCodeFilePath(scratch.path + "/in/" + name).build()
      }
      #expect(error?.reason == .sourceCode)
      if name == "trian.py" { #expect(error?.detail.contains("Did you mean “train.py”?") == true) }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/r").isEmpty)
  }

  @Test func aRunnerWantsANewFolderAndKeepsTheSameRecords() async throws {
    let scratch = try TemporaryDirectory()
    let path = scratch.path + "/deep/runner-output"
    let runner = try TaskRunner(path, clock: .fixed(Self.time))
    #expect(try await runner.run(NoteTask()) == "fine")
    #expect(Listing.files(path) == ["note.txt", "note_task.execution.json", "note_task.params"])
    let error = #expect(throws: TaskError.self) { try TaskRunner(path) }
    #expect(error?.reason == .folderExists)
    #expect(throws: TaskError.self) { try TaskRunner(scratch.path + "/..") }
    #expect(throws: TaskError.self) { try TaskRunner("") }
  }

  @Test func aCancelledTaskIsInterrupted() async throws {
    struct SleepTask: ExperimentTask {
      func run(in directory: String) async throws { try await Task.sleep(for: .seconds(600)) }
    }
    let scratch = try TemporaryDirectory()
    let notebook = RecordingNotifier()
    let experiment = try Self.experiment(scratch.path).setNotifier(notebook).build()
    let work = Task { await experiment.execute(SleepTask()) }
    work.cancel()
    let execution = await work.value
    #expect(execution.record.status == .interrupted)
    #expect(throws: CancellationError.self) { try execution.result.get() }
    #expect(notebook.messages.isEmpty)
  }

  @Test func aDiskThatRefusesRecordsCostsNoResult() async throws {
    let scratch = try TemporaryDirectory()
    var files = FileSystem.disk
    let write = files.write
    files.write = { bytes, path throws(FileSystemError) in
      if path.hasSuffix(".execution.json") || path.hasSuffix(".errors") {
        throw FileSystemError(.notWritable, path: path)
      }
      try write(bytes, path)
    }
    let experiment = try Experiment(scratch.path, fileSystem: files, clock: .fixed(Self.time)).build()
    let good = await experiment.execute(NoteTask())
    #expect(try good.result.get() == "fine")
    #expect(good.diagnostics.allSatisfy { $0.severity == .warning } && !good.diagnostics.isEmpty)
    let bad = await experiment.execute(BadTask())
    #expect(throws: BadTask.Boom.self) { try bad.result.get() }
  }
}
