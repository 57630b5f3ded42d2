import Diagnostics
package import RunModel

/// How a run is called where its experiment is known.
package enum RunName {
  /// The words that its page is headed with: its variant, or its id where there is only one variant.
  package static func title(_ run: Run) -> String {
    run.id.variant == RunID.defaultVariant ? run.id.run.text : run.id.variant.text
  }

  /// What tells it from other runs of the same title: its time, or its id where that is not just the time.
  package static func detail(_ run: Run) -> String {
    run.id.variant == RunID.defaultVariant ? "" : short(run)
  }

  /// Both in one.
  package static func full(_ run: Run) -> String {
    let detail = detail(run)
    return detail.isEmpty ? title(run) : title(run) + " " + detail
  }

  /// Its name beside its time: the title, and the id where that is more than the time.
  package static func besideTime(_ run: Run) -> String {
    guard let timestamp = run.timestamp, run.id.run.text == timestamp.runID else { return full(run) }
    return title(run)
  }

  /// What follows the time in an id that begins with one: `combination_06`; nil where nothing does.
  static func behindTime(_ run: Run) -> String? {
    guard let time = run.timestamp?.runID, run.id.run.text.hasPrefix(time + "_") else { return nil }
    let words = run.id.run.text.dropFirst(time.count + 1)
    return words.isEmpty ? nil : String(words)
  }

  /// The run's own part: `2026-03-02 09:10:07` for an id that is a time, else the id.
  package static func short(_ run: Run) -> String {
    guard let timestamp = run.timestamp, run.id.run.text.hasPrefix(timestamp.runID) else {
      return run.id.run.text
    }
    let suffix = run.id.run.text.dropFirst(timestamp.runID.count)
    return timestamp.isoWithoutZone.prefix(19).split(separator: "T").joined(separator: " ") + suffix
  }
}
