import Foundation
import TestSupport

/// A run of `assay` with the memory that it took.
struct MeasuredRun {
  /// What it left behind.
  let result: Command.Result
  /// The most memory that was in use at once, in bytes.
  let peakMemory: Int

  /// Runs `assay` with these arguments.
  ///
  /// Python starts it: a process of our own would count what this one holds, which the kernel passes on to what it
  /// starts.
  ///
  /// - Throws: What Foundation throws when Python is not there.
  init(_ arguments: [String], timeout: Double) throws {
    let script = """
      import resource, subprocess, sys
      code = subprocess.call(sys.argv[2:])
      with open(sys.argv[1], "w") as file:
          file.write(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))
      sys.exit(code)
      """
    let folder = try TemporaryDirectory()
    let path = folder.path + "/memory"
    result = try Command.run(
      "python3", ["-c", script, path, Command.assayPath] + arguments, timeout: timeout)
    // Linux counts in KiB.
    peakMemory = 1024 * (Int(try String(contentsOfFile: path, encoding: .utf8)) ?? .max / 1024)
  }
}
