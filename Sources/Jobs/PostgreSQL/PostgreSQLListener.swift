#if PostgreSQL
  import Diagnostics
  import Foundation
  import Synchronization

  #if canImport(Glibc)
    import Glibc
  #else
    import Darwin
  #endif

  /// Hears on a connection and a thread of its own what changed, and wakes who waits for that.
  ///
  /// It begins with the first question. When it has begun to listen, and each time it does again after its connection was lost,
  /// everything counts as changed, since nobody knows what was said before.
  final class PostgreSQLListener: Sendable {
    private struct State {
      var isStarted = false
      var isStopped = false
      var isListening = false
      /// How often everything changed.
      var all = 0
      /// How often something changed, by the number of the experiment's name.
      var counts: [Int32: Int] = [:]
      var waiting: [Int: Waiter] = [:]
      var nextWaiter = 0
      /// Where a byte ends the thread's waiting.
      var alarm: Int32 = -1
    }

    private struct Waiter {
      var key: Int32
      var continuation: CheckedContinuation<Void, Never>
    }

    private let address: PostgreSQLAddress
    private let channel: String
    private let state = Mutex(State())

    /// Seconds that somebody waits at most while nobody listens.
    private static let deaf = 2.0

    /// A listener on `channel`, which connects when it is first asked.
    init(_ address: PostgreSQLAddress, channel: String) {
      self.address = address
      self.channel = channel
    }

    /// How often something changed in an experiment, as far as was heard.
    func changes(of experiment: String) -> Int {
      let key = PostgreSQLKeys.number(of: experiment)
      let (count, starts) = state.withLock { state in
        let starts = !state.isStarted && !state.isStopped
        state.isStarted = true
        return (state.all + (state.counts[key] ?? 0), starts)
      }
      if starts { start() }
      return count
    }

    /// Waits until ``changes(of:)`` is another number than `count`, for at most so many seconds.
    func wait(for experiment: String, after count: Int, atMost seconds: Double) async {
      let key = PostgreSQLKeys.number(of: experiment)
      let isListening = state.withLock { $0.isListening }
      let limit = isListening ? seconds : min(seconds, Self.deaf)
      await withTaskGroup(of: Void.self) { group in
        group.addTask { await self.wait(key, after: count) }
        group.addTask { try? await Task.sleep(for: .seconds(limit)) }
        await group.next()
        group.cancelAll()
      }
    }

    private func wait(_ key: Int32, after count: Int) async {
      let waiter = state.withLock { state in
        state.nextWaiter += 1
        return state.nextWaiter
      }
      await withTaskCancellationHandler {
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
          let isOver = state.withLock { state in
            let changed = state.all + (state.counts[key] ?? 0)
            if changed != count || state.isStopped || Task.isCancelled { return true }
            state.waiting[waiter] = Waiter(key: key, continuation: continuation)
            return false
          }
          if isOver { continuation.resume() }
        }
      } onCancel: {
        state.withLock { $0.waiting.removeValue(forKey: waiter) }?.continuation.resume()
      }
    }

    /// Ends the thread and all waiting.
    func stop() {
      let waiting = state.withLock { state in
        let waiting = state.waiting.values.map(\.continuation)
        state.waiting = [:]
        state.isStopped = true
        if state.alarm >= 0 { _ = write(state.alarm, "x", 1) }
        return waiting
      }
      for continuation in waiting { continuation.resume() }
    }

    /// Says that something changed in the experiment of this number, or, with nil, perhaps in all.
    private func tell(_ key: Int32?) {
      let woken = state.withLock { state in
        if let key { state.counts[key, default: 0] += 1 } else { state.all += 1 }
        let woken = state.waiting.filter { key == nil || $0.value.key == key }
        for id in woken.keys { state.waiting.removeValue(forKey: id) }
        return woken.values.map(\.continuation)
      }
      for continuation in woken { continuation.resume() }
    }

    private func start() {
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0 else { return }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      let (reading, writing) = (ends[0], ends[1])
      state.withLock { $0.alarm = writing }
      let thread = Thread { [self] in
        run(alarm: reading)
        close(reading)
        state.withLock { $0.alarm = -1 }
        close(writing)
      }
      thread.name = "assay.jobs.listener"
      thread.start()
    }

    /// Listens until it is stopped.
    private func run(alarm: Int32) {
      var pause = 0.1
      while !isStopped {
        do throws(PostgreSQLFault) {
          let connection = try PostgreSQLConnection(address)
          _ = try connection.script("LISTEN \"\(channel)\"")
          pause = 0.1
          state.withLock { $0.isListening = true }
          tell(nil)
          try listen(on: connection, alarm: alarm)
        } catch {
          // It is tried again for as long as the queue is open; until then who waits looks every while.
        }
        state.withLock { $0.isListening = false }
        if !isStopped { Self.awaitInput([alarm], seconds: pause) }
        pause = min(pause * 2, 5)
      }
    }

    private func listen(on connection: PostgreSQLConnection, alarm: Int32) throws(PostgreSQLFault) {
      while !isStopped {
        for payload in try connection.notifications() {
          // Nobody else's words are of use on this channel, but they do no harm.
          if let key = Int32(payload) { tell(key) }
        }
        Self.awaitInput([connection.socket, alarm], seconds: 60)
      }
    }

    private var isStopped: Bool { state.withLock { $0.isStopped } }

    /// Waits until one of the descriptors can be read, for at most so many seconds.
    private static func awaitInput(_ descriptors: [Int32], seconds: Double) {
      var events = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      _ = poll(&events, nfds_t(events.count), Int32(seconds * 1000))
    }
  }
#endif
