import Diagnostics
import Markup

/// A comparison as a JSON document of its own, with the names of what is compared.
package struct ComparisonFile: Sendable {
  private let baseline: String
  private let candidate: String
  private let comparison: ComparisonDocument?
  private let reason: String?

  /// The document of a comparison; without one, of the reason why there is none.
  package init(baseline: String, candidate: String, comparison: ComparisonDocument?, reason: String? = nil) {
    self.baseline = baseline
    self.candidate = candidate
    self.comparison = comparison
    self.reason = reason
  }

  /// `{schema_version, baseline, candidate, comparison}`, where `comparison` is as `assay evaluate --against` has it;
  /// `null` with a `reason` where both cannot be aligned.
  package var bytes: [UInt8] {
    var json = JSONWriter(style: .pretty)
    json.object { json in
      json.member("schema_version", 1)
      json.member("baseline", baseline)
      json.member("candidate", candidate)
      if let comparison {
        json.member("comparison") { comparison.write(to: &$0) }
      } else {
        json.member("comparison", Bool?.none)
        json.member("reason", reason)
      }
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }
}
