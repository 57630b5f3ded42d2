import Diagnostics
import RunModel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension CommandContext {
  /// The world of this process: the disk, its standard streams, the system's clock.
  ///
  /// From here on a reader that closes the other end of a pipe does not end the process; writing to it fails,
  /// and that failure is not reported: `assay list registry | head -1` is right usage.
  package static func process() -> CommandContext {
    signal(SIGPIPE, SIG_IGN)
    return CommandContext(
      fileSystem: .disk,
      writeOutput: { bytes throws(FileSystemError) in
        let code = StandardStream.write(bytes, to: STDOUT_FILENO)
        guard code == 0 || code == EPIPE else {
          throw FileSystemError(
            .notWritable, path: "standard output", detail: String(cString: strerror(code)))
        }
      },
      writeError: { text in
        // There is nobody left to tell when standard error is closed.
        _ = StandardStream.write(Array(text.utf8), to: STDERR_FILENO)
      },
      colorsMessages: MessageStyle.isWanted(
        onTerminal: isatty(STDERR_FILENO) == 1, noColor: variable("NO_COLOR"), term: variable("TERM")),
      showsProgress: isatty(STDERR_FILENO) == 1 && variable("TERM") != "dumb",
      processorCount: max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))),
      cacheFolder: cacheFolder(xdg: variable("XDG_CACHE_HOME"), home: variable("HOME")),
      processNumber: Int(getpid()),
      now: { UTCTimestamp(microseconds: clockMicroseconds()) })
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// The folder for Assay's caches by the XDG Base Directory Specification, which ignores relative paths.
  static func cacheFolder(xdg: String?, home: String?) -> String? {
    func isAbsolute(_ path: String) -> Bool { path.utf8.first == UInt8(ascii: "/") }
    if let xdg, isAbsolute(xdg) { return FilePath.join(xdg, "assay") }
    return home.flatMap { isAbsolute($0) ? FilePath.join($0, ".cache/assay") : nil }
  }

  private static func clockMicroseconds() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000
  }
}

/// Writing to a descriptor that is open already.
private enum StandardStream {
  /// Writes all bytes; returns 0, or the system's error number.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { buffer -> Int32 in
      var done = 0
      while done < buffer.count, let base = buffer.baseAddress {
        let count = systemWrite(descriptor, base + done, buffer.count - done)
        if count < 0 && errno == EINTR { continue }
        if count < 0 { return errno }
        done += count
      }
      return 0
    }
  }
}

// Inside `StandardStream` its own member of this name would hide the system's function.
private func systemWrite(_ descriptor: Int32, _ base: UnsafeRawPointer, _ count: Int) -> Int {
  write(descriptor, base, count)
}
