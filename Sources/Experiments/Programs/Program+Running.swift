import Diagnostics
import Foundation
import Subprocess

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Program {
  /// Runs the program to its end.
  ///
  /// It has ended when its first process has; what that left running in its session is ended too, so that nothing
  /// keeps a processor or a pipe. Only what made a session of its own escapes. Cancelling the task, and the time
  /// limit, end the whole group: SIGTERM, and SIGKILL after ``grace`` seconds.
  ///
  /// - Parameter onLine: Called with each line as it comes, from another task, never twice at a time. The order within
  ///   a stream is the program's; between the two it is as they came.
  /// - Returns: How it ended and what it wrote. Never throws: what cannot be started is an ending too.
  public func run(onLine: (@Sendable (ProgramLine) -> Void)? = nil) async -> ProgramOutcome {
    let sink = LineSink(
      log: ProgramLog(), errors: ProgramLog(headBytes: 8 << 10, tailBytes: 56 << 10), onLine: onLine)
    if let problem { return sink.outcome(.notStarted(problem)) }
    if Task.isCancelled { return sink.outcome(.cancelled) }
    return await withTaskCancellationHandler {
      // What is read while the program ends shall not be lost, so cancelling reaches it by the sink only.
      await Task.detached { await self.execute(sink) }.value
    } onCancel: {
      sink.cancel()
    }
  }

  private func execute(_ sink: LineSink) async -> ProgramOutcome {
    let name = words[0]
    var options = PlatformOptions()
    options.createSession = true
    guard let number = ProgramInput.descriptor(of: input),
      let standardInput = Self.descriptor(number).map({
        FileDescriptorInput.fileDescriptor($0, closeAfterSpawningProcess: true)
      })
    else {
      return sink.outcome(.noRoom("There is no room for what the program is to read."))
    }
    do {
      let result = try await Subprocess.run(
        executable(name), arguments: Arguments(Array(words.dropFirst())), environment: environment(),
        workingDirectory: folder.map { Self.path($0) }, platformOptions: options,
        input: standardInput,
        output: .sequence, error: .sequence
      ) { execution in
        let process = execution.processIdentifier.value
        async let watch = Task.detached { await self.watch(process, sink) }.value
        async let output: Void = Self.read(execution.standardOutput, .output, lineLimit, sink)
        async let errors: Void = Self.read(execution.standardError, .error, lineLimit, sink)
        _ = await (output, errors)
        return await watch
      }
      if let ending = result.closureResult { return sink.outcome(ending) }
      switch result.terminationStatus {
      case .exited(let code): return sink.outcome(.exited(code))
      case .signaled(let signal): return sink.outcome(.signalled(signal))
      }
    } catch let error as SubprocessError where error.code == .executableNotFound {
      let place = name.contains("/") ? "is not there or may not be run" : "is not on PATH"
      return sink.outcome(.notStarted("The program \(VisibleText.quoting(name, limit: 200)) \(place)."))
    } catch {
      let reason =
        "The program \(VisibleText.quoting(name, limit: 200)) could not be run: "
        + VisibleText.escaping(String("\(error)".prefix(300)))
      return sink.outcome(Self.isShortage(error) ? .noRoom(reason) : .notStarted(reason))
    }
  }

  /// Whether the system lacked open files, processes or memory.
  private static func isShortage(_ error: any Error) -> Bool {
    let number = (error as? SubprocessError)?.underlyingError.map(Self.number)
    return number.map { [EMFILE, ENFILE, EAGAIN, ENOMEM].contains($0) } ?? false
  }

  /// Waits until the first process has ended, and ends it when its time is over; then ends what it left.
  ///
  /// The process is not taken from the system's list meanwhile, so that its number cannot mean another one.
  private func watch(_ process: pid_t, _ sink: LineSink) async -> ProgramEnding? {
    RunningPrograms.add(process)
    defer { RunningPrograms.remove(process) }
    let clock = ContinuousClock()
    let start = clock.now
    var ending: ProgramEnding?
    var killTime: ContinuousClock.Instant?
    var pause = 2
    while !Self.hasExited(process) {
      if ending == nil {
        if sink.isCancelled {
          ending = .cancelled
        } else if let timeLimit, clock.now - start >= .seconds(timeLimit) {
          ending = .timedOut(seconds: timeLimit)
        }
        if ending != nil {
          kill(-process, SIGTERM)
          killTime = clock.now + .seconds(max(0, grace))
        }
      } else if let time = killTime, clock.now >= time {
        kill(-process, SIGKILL)
        killTime = nil
      }
      try? await Task.sleep(for: .milliseconds(pause))
      pause = min(pause + 2, 40)
    }
    kill(-process, SIGKILL)
    sink.noteExit()
    return ending
  }

  private static func hasExited(_ process: pid_t) -> Bool {
    var information = siginfo_t()
    // Fails only if there is no such process any more.
    guard waitid(P_PID, id_t(process), &information, WEXITED | WNOHANG | WNOWAIT) == 0 else { return true }
    return information.si_signo != 0
  }

  /// Reads a stream to its end, or, once the program has ended, to what it can have left in the pipe.
  private static func read(
    _ stream: SubprocessOutputSequence, _ kind: ProgramLine.Stream, _ limit: Int, _ sink: LineSink
  ) async {
    var lines = OutputLines(kind, limit: limit)
    var bytesAfterExit = 0
    do {
      for try await chunk in stream {
        chunk.withUnsafeBytes { lines.add($0) { sink.add($0) } }
        if sink.hasExited {
          bytesAfterExit += chunk.count
          if bytesAfterExit > 2 << 20 { break }
        }
      }
    } catch {
      // A pipe that breaks has given all that it had.
    }
    if let line = lines.finish() { sink.add(line) }
  }

  private func executable(_ name: String) -> Executable {
    guard name.contains("/") else { return .name(name) }
    let here = FileManager.default.currentDirectoryPath
    return .path(Self.path(Diagnostics.FilePath.join(Diagnostics.FilePath.join(here, folder ?? ""), name)))
  }

  private func environment() -> Subprocess.Environment {
    let inherited = ProcessInfo.processInfo.environment.filter { !withheld.contains($0.key) }
    let all = inherited.merging(variables) { $1 }
    // A variable that no program can be given, such as one that begins with a digit, would stop it from starting.
    let keyed = all.filter { $0.key.first?.isNumber == false }
      .compactMap { name, value in Environment.Key(rawValue: name).map { ($0, value) } }
    return .custom(Dictionary(keyed) { first, _ in first })
  }

  // The library takes types of a module that is not ours to import.

  private static func path<Path: ExpressibleByStringLiteral>(_ text: String) -> Path
  where Path.StringLiteralType == String {
    Path(stringLiteral: text)
  }

  private static func number(_ error: some RawRepresentable<CInt>) -> CInt { error.rawValue }

  private static func descriptor<Descriptor: RawRepresentable<CInt>>(_ number: CInt) -> Descriptor? {
    Descriptor(rawValue: number)
  }
}
