import Diagnostics
import RunModel

/// What the queue refuses before it changes anything, and says why.
enum JobChecks {
  /// Refuses a name that is empty or too long; `role` is what it is the name of.
  static func name(_ name: String, of role: String) throws(JobError) {
    guard !name.isEmpty else {
      throw JobError(.invalid, detail: "The name of \(role) is empty. Give it one.")
    }
    try size(name.utf8.count, of: "the name of \(role)", limit: JobLimit.nameBytes)
  }

  /// Refuses values that take too much room.
  static func values(_ values: [ExactString: Scalar], role: String) throws(JobError) {
    var least = 0
    for (name, value) in values {
      least += name.text.utf8.count + value.text.utf8.count
      try size(least, of: role, limit: JobLimit.valueBytes)
    }
    try size(StoredScalars.bytes(values).count, of: role, limit: JobLimit.valueBytes)
  }

  /// Refuses a lineage that cannot be, or takes too much room.
  static func lineage(_ lineage: JobLineage?) throws(JobError) {
    guard let lineage, let bytes = StoredLineage.bytes(lineage) else { return }
    try size(bytes.count, of: "the lineage", limit: JobLimit.valueBytes)
    guard StoredLineage.read(bytes)?.lineage == lineage else {
      throw JobError(
        .invalid,
        detail:
          "The lineage cannot be: found generation \(lineage.generation), member \(lineage.member); expected are "
          + "a generation from 0, a member from 1, ids of jobs and finite factors.")
    }
  }

  /// Refuses settings that take too much room.
  static func settings(_ text: String) throws(JobError) {
    try size(text.utf8.count, of: "the settings", limit: JobLimit.valueBytes)
  }

  /// Refuses a lease that is no time, and more retries than there may be.
  static func claim(lease: Double, retries: Int) throws(JobError) {
    try self.lease(lease)
    try self.retries(retries)
  }

  /// Refuses a lease that is no time.
  static func lease(_ seconds: Double) throws(JobError) {
    guard seconds > 0, seconds <= JobLimit.leaseSeconds else {
      throw JobError(
        .invalid, detail: "A lease of \(seconds) s cannot be. Expected are more than 0 s and at most a year.")
    }
  }

  /// Refuses more retries than there may be.
  static func retries(_ count: Int) throws(JobError) {
    guard (0...JobLimit.retries).contains(count) else {
      throw JobError(
        .invalid, detail: "\(count) retries cannot be. Expected are 0 to \(JobLimit.retries).")
    }
  }

  /// An error that is not too long: of a longer one the middle is cut out, since traces say most at both ends.
  static func shortened(_ error: String) -> String {
    let bytes = error.utf8
    guard bytes.count > JobLimit.errorBytes else { return error }
    let half = JobLimit.errorBytes / 2 - 50
    let left = bytes.count - 2 * half
    return String(decoding: bytes.prefix(half), as: UTF8.self) + "\n[… \(left) bytes left out …]\n"
      + String(decoding: bytes.suffix(half), as: UTF8.self)
  }

  private static func size(_ count: Int, of what: String, limit: Int) throws(JobError) {
    guard count <= limit else {
      throw JobError(
        .invalid,
        detail:
          "There are \(count) bytes of \(what); at most \(limit) can be kept. Put large things into files.")
    }
  }
}
