/// The most that the queue takes, so that no record makes it slow or large.
public enum JobLimit {
  /// Bytes of the name of an experiment or a worker, in UTF-8.
  public static let nameBytes = 1000
  /// Bytes of the hyperparameters of a job, of its results, and of the settings of an experiment, each as JSON.
  public static let valueBytes = 4 << 20
  /// Bytes of one error with its trace; of a longer one the middle is cut out.
  public static let errorBytes = 64 << 10
  /// Retries of one job.
  public static let retries = 1000
  /// Seconds of a lease: a year.
  public static let leaseSeconds = 366.0 * 86_400
  /// Jobs in one queue, deleted ones included.
  public static let jobs = 10_000_000
}
