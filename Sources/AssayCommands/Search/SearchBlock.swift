import Experiments
import Jobs

/// What the display of a search knows, and its lines.
struct SearchBlock: Sendable {
  /// What a worker does.
  struct Worker: Sendable {
    var name: String
    var job: Job?
    var line = ""
  }

  let spec: SearchSpec
  var workers: [Worker]
  var counts: [JobStatus: Int] = [:]
  var best: BestJob
  var isStopping = false

  /// Nothing known yet.
  init(_ spec: SearchSpec, workers: [String]) {
    self.spec = spec
    self.workers = workers.map { Worker(name: $0) }
    best = BestJob(spec)
  }

  /// Takes in what a worker says.
  mutating func take(_ event: SearchEvent) {
    switch event {
    case .began(let worker, let job): change(worker) { $0 = Worker(name: worker, job: job) }
    case .wrote(let worker, let line):
      // A line that was redrawn by CR counts as it looked last.
      let shown = line.text.split(separator: "\r").last.map(String.init) ?? ""
      if !shown.isEmpty { change(worker) { $0.line = JobText.cut(shown, 200) } }
    case .ended(let worker, let job, _, _):
      best.consider(job)
      change(worker) { $0 = Worker(name: worker) }
    case .lost(let worker, _, _), .gaveBack(let worker, _): change(worker) { $0 = Worker(name: worker) }
    case .leftOut, .waits: break
    }
  }

  /// The job that a worker has.
  func job(of worker: String) -> Job? { workers.first { $0.name == worker }?.job }

  private mutating func change(_ name: String, _ change: (inout Worker) -> Void) {
    guard let position = workers.firstIndex(where: { $0.name == name }) else { return }
    change(&workers[position])
  }

  /// `digits: 12 done, 2 running, 3 queued, 1 crashed, of 30; 4.2 s`.
  func summary(elapsed: Double) -> String {
    var parts = [
      "\(counts[.done] ?? 0) done", "\(counts[.running] ?? 0) running", "\(counts[.queued] ?? 0) queued",
    ]
    for status in [JobStatus.crashed, .pruned] {
      if let count = counts[status], count > 0 { parts.append("\(count) \(status.rawValue.lowercased())") }
    }
    // Somebody may have added some, or wants fewer than there were.
    let all = counts.values.reduce(0, +)
    let goal = spec.jobCount.map { $0 > 0 ? ", of \(max($0, all))" : "" } ?? ""
    return JobText.cut(spec.experiment, 60) + ": " + parts.joined(separator: ", ") + goal + "; "
      + JobText.duration(elapsed) + (isStopping ? "; stopping" : "")
  }

  /// The lines of the block, each of which fits.
  func lines(elapsed: Double, columns: Int) -> [String] {
    var lines = [summary(elapsed: elapsed)]
    if let line = best.line { lines.append(line) }
    for (number, worker) in workers.enumerated().prefix(16) {
      var work = worker.job.map { "\($0.id) \(JobText.values($0.hyperparameters, limit: 20))" } ?? "waits"
      // What the program says last has half of the line.
      if !worker.line.isEmpty { work = TerminalWidth.fit(work, columns: columns / 2) + " | " + worker.line }
      lines.append("\(number + 1)  \(work)")
    }
    if workers.count > 16 { lines.append("… \(workers.count - 16) more workers") }
    return lines.map { TerminalWidth.fit($0, columns: columns) }
  }
}
