import Diagnostics
import TestSupport
import Testing

/// A lock of a file or folder.
@Suite struct FileLockTests {
  @Test func oneHoldsItUntilItsValueGoesAway() throws {
    let scratch = try TemporaryDirectory()
    try scratch.write("", to: "lock")
    let memory = FileSystem.inMemory(["/lock": "", "/other": ""])
    for (files, root) in [(FileSystem.disk, scratch.path), (memory, "")] {
      try files.write([], root + "/other")
      var first = try files.lock(root + "/lock", false)
      #expect(first != nil)
      #expect(try files.lock(root + "/lock", false) == nil)
      #expect(try files.lock(root + "/other", false) != nil)
      first = nil
      #expect(try files.lock(root + "/lock", true) != nil)
    }
  }

  @Test func anotherProgramSeesThatOfAFolderToo() throws {
    let scratch = try TemporaryDirectory()
    let script =
      "import fcntl, os, sys\n"
      + "fcntl.flock(os.open(sys.argv[1], os.O_RDONLY), fcntl.LOCK_EX | fcntl.LOCK_NB)"
    let lock = try FileSystem.disk.lock(scratch.path, false)
    #expect(try Command.run("python3", ["-c", script, scratch.path]).errorOutput.contains("BlockingIOError"))
    withExtendedLifetime(lock) {}
  }

  @Test func whatIsNotThereCannotBeLocked() {
    #expect(throws: FileSystemError.self) { try FileSystem.disk.lock("/nowhere/at/all", false) }
    #expect(throws: FileSystemError.self) { try FileSystem.disk.lock("a\u{0}b", true) }
  }
}
