import Markup

/// How long something took, in words.
enum DurationText {
  /// `1.64 s`, `12 min 5 s`; a dash for what is no duration.
  static func text(_ seconds: Double) -> String {
    seconds.isFinite && seconds >= 0 ? NumberText.duration(seconds: seconds) : "—"
  }
}
