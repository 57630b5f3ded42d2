import Diagnostics
import Foundation
import Jobs
import RunModel
import TestSupport
import Testing

@testable import Experiments

@Suite struct SearchFileTests {
  private static func write(_ files: String, to scratch: TemporaryDirectory) throws -> String {
    try scratch.write(
      "experiment: demo\ncommand: [./train.sh, '%h']\nfiles: \(files)\nparameters: {a: [1]}\nstrategy: grid\n",
      to: "project/search.yaml")
  }

  @Test func theProgramRunsInAFolderThatHoldsTheFiles() async throws {
    let bench = try SearchBench("") {
      $0.trials = 1
      $0.command = ["./bin/train.sh", "%h"]
      $0.folder = "/of/another/machine"
      let script = "#!/bin/sh\ncat part.txt; ls > list.txt; echo '{\"a\": 1}' > $ASSAY_RUN_DIR/results.json\n"
      $0.files = [
        SearchFile(path: "bin/train.sh", bytes: Array(script.utf8), isExecutable: true),
        SearchFile(path: "part.txt", bytes: [0xFF, 0x0A]),
      ]
    }
    #expect(bench.spec.obstacle == nil)
    let jobs = try await bench.run()
    #expect(jobs.map(\.status) == [.done], "\(jobs.first?.failures.first?.error ?? "")")
    // What the program writes beside its files is no artifact.
    #expect(try bench.run(of: "0001").artifacts.map(\.id) == ["log.txt"])
    #expect(!FileSystem.disk.exists(bench.spec.workFolder))
  }

  @Test func filesGoWithTheSpecificationIntoTheQueueAndBack() throws {
    let scratch = try TemporaryDirectory()
    _ = try scratch.writeProgram("#!/bin/sh\n", to: "project/train.sh")
    try scratch.write([0xFF, 0x00, 0x0A], to: "project/data/weights.bin")
    let path = try Self.write("[train.sh, data/weights.bin]", to: scratch)
    let spec = try SearchSpec.read(path, from: .disk)
    #expect(spec.files.map(\.path) == ["train.sh", "data/weights.bin"])
    #expect(spec.files.map(\.isExecutable) == [true, false])
    #expect(try SearchSpec(settings: spec.settings, queue: spec.queue).files == spec.files)
    var other = spec
    other.files[1].bytes = [0xFF, 0x00, 0x0B]
    #expect(spec.incomparableKeys(with: other) == ["files"])
    #expect(spec.obstacle == nil)
    other.files[0].isExecutable = false
    #expect(other.obstacle == "The program “./train.sh” is not among the files, or may not be run.")
  }

  @Test(arguments: [
    ("[../secret]", "the path “../secret”"), ("[/etc/passwd]", "the path “/etc/passwd”"),
    ("[a//b]", "the path “a//b”"), ("[link]", "the file “link”, which cannot be read"),
    ("[absent]", "the file “absent”, which cannot be read"), ("[.]", "the path “.”"),
    ("[train.sh, train.sh]", "“train.sh” twice"), ("{a: 1}", "a mapping"),
    ("[data]", "the file “data”, which cannot be read"), ("[large]", "cannot be read"),
  ])
  func whatIsNoFileOfTheFolderIsRefused(files: String, found: String) throws {
    let scratch = try TemporaryDirectory()
    try scratch.write("secret", to: "secret")
    try scratch.write("", to: "project/train.sh")
    try scratch.write("", to: "project/data/x")
    try scratch.write([UInt8](repeating: 0x61, count: SearchFile.limit + 1), to: "project/large")
    #expect(symlink("../secret", scratch.path + "/project/link") == 0)
    let path = try Self.write(files, to: scratch)
    let error = #expect(throws: SearchSpecError.self) { try SearchSpec.read(path, from: .disk) }
    #expect(error?.description.contains(found) == true, "\(error?.description ?? "")")
  }
}
