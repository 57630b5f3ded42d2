/// The version of this program, as pages and the command line say it.
public enum AssayVersion {
  /// The version, by the rules of semantic versioning.
  public static let current = "0.1.0"
}
