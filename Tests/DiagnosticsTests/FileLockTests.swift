import Diagnostics
import TestSupport
import Testing

/// A lock by a file.
@Suite struct FileLockTests {
  @Test func oneHoldsItUntilItsValueGoesAway() throws {
    let scratch = try TemporaryDirectory()
    let path = scratch.path + "/lock"
    var first = try FileLock.tryAcquire(path)
    #expect(first != nil)
    #expect(try FileLock.tryAcquire(path) == nil)
    #expect(try FileLock.tryAcquire(scratch.path + "/other") != nil)
    first = nil
    #expect(try FileLock.tryAcquire(path) != nil)
  }

  @Test func anotherProgramSeesIt() throws {
    let scratch = try TemporaryDirectory()
    let path = scratch.path + "/lock"
    let script =
      "import fcntl, sys\n"
      + "fcntl.flock(open(sys.argv[1], 'r+'), fcntl.LOCK_EX | fcntl.LOCK_NB)"
    let lock = try FileLock.tryAcquire(path)
    #expect(try Command.run("python3", ["-c", script, path]).errorOutput.contains("BlockingIOError"))
    withExtendedLifetime(lock) {}
  }

  @Test func aFileThatCannotBeMadeIsAnError() {
    #expect(throws: FileSystemError.self) { try FileLock.tryAcquire("/nowhere/at/all/lock") }
    #expect(throws: FileSystemError.self) { try FileLock.tryAcquire("a\u{0}b") }
  }
}
