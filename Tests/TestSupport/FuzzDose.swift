import Foundation

/// How many rounds a fuzz test runs: a small dose in `make test`, a large one in `make soak`.
public enum FuzzDose {
  /// `ASSAY_FUZZ_ROUNDS` times `small`, or `small` where the variable is not a positive number.
  ///
  /// The variable multiplies, so that a test of heavy rounds and one of light rounds both grow in step.
  public static func rounds(default small: Int) -> Int {
    guard let text = ProcessInfo.processInfo.environment["ASSAY_FUZZ_ROUNDS"],
      let factor = Int(text), factor > 0
    else { return small }
    let (product, overflow) = small.multipliedReportingOverflow(by: factor)
    return overflow ? small : product
  }
}
