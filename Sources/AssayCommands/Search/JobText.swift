import Diagnostics
import Jobs
import Markup
import RunModel

/// Jobs as lines for people; everything from outside is made visible.
enum JobText {
  /// `C=0.1 gamma=2`, sorted by name, each value cut to `limit` characters.
  static func values(_ values: [ExactString: Scalar], limit: Int = 40) -> String {
    values.sorted { $0.key < $1.key }.map { name, value in
      cut(name.text, limit) + "=" + cut(value.text, limit)
    }
    .joined(separator: " ")
  }

  /// Text on one line, cut to `limit` characters.
  static func cut(_ text: String, _ limit: Int) -> String {
    let head = String(text.unicodeScalars.prefix(limit))
    return VisibleText.escaping(head) + (head.utf8.count < text.utf8.count ? "…" : "")
  }

  /// The first line of an error, with the last one of its trace, which mostly says most.
  static func reason(_ error: String) -> String {
    let lines = error.split(whereSeparator: \.isNewline)
    guard let first = lines.first else { return "" }
    let last = lines.count > 1 ? lines.last.map { " (" + cut(String($0), 150) + ")" } ?? "" : ""
    return cut(String(first), 200) + last
  }

  /// `4.2 s`, `3 min 20 s`, `2 h 5 min`.
  static func duration(_ seconds: Double) -> String {
    guard seconds >= 60, seconds < 1e9 else { return NumberText.fixed(max(0, seconds), decimals: 1) + " s" }
    let whole = Int(seconds)
    if whole < 3600 { return "\(whole / 60) min \(whole % 60) s" }
    return "\(whole / 3600) h \(whole % 3600 / 60) min"
  }

  /// How an attempt ended: `0007 done accuracy=0.93 in 4.2 s`.
  static func ending(_ job: Job, seconds: Double, error: String?, metric: ExactString?) -> String {
    let suffix = error.map { ": " + reason($0) } ?? ""
    let time = " in \(duration(seconds))"
    switch job.status {
    case .done:
      let shown = metric.flatMap { name in job.results[name].map { [name: $0] } } ?? job.results
      return "\(job.id) done " + cut(values(shown), 200) + (shown.isEmpty ? "" : " ")
        + "in \(duration(seconds))"
    case .crashed: return "\(job.id) crashed\(time)\(suffix)"
    case .pruned: return "\(job.id) pruned\(time)"
    case .queued: return "\(job.id) failed and is queued again, attempt \(job.attempts)\(time)\(suffix)"
    case .running: return "\(job.id) runs"
    }
  }
}
