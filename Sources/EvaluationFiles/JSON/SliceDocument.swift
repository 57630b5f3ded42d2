import Evaluation
import Markup

/// Slices in JSON, worst first: each with its metrics, those of the rest, and the difference.
struct SliceDocument {
  private let slices: [EvaluatedSlice]
  private let metric: String

  /// The slices of `evaluation` that may be published; none without one.
  init(_ evaluation: SliceEvaluation?, examples: ExamplePolicy = .full) {
    slices = evaluation?.published(with: examples) ?? []
    metric = evaluation?.primaryMetric ?? ""
  }

  /// Writes the array.
  func write(to json: inout JSONWriter) {
    json.array { json in
      for slice in slices {
        json.object { json in
          json.member("name", slice.name)
          json.member("rows", slice.part.rows)
          json.member("share", slice.shareOfRows)
          json.member("small", slice.isSmall)
          MetricList(slice.part.metrics).writeMembers(to: &json)
          json.member("rest") { json in
            json.object { json in
              json.member("rows", slice.rest.rows)
              MetricList(slice.rest.metrics).writeMembers(to: &json)
            }
          }
          json.member("difference", OneLineJSON { write(slice, to: &$0) })
        }
      }
    }
  }

  private func write(_ slice: EvaluatedSlice, to json: inout JSONWriter) {
    let difference = slice.primaryDifference
    let interval = difference.interval.interval
    json.object { json in
      json.member("metric", metric)
      json.member("value", difference.value.number)
      json.member("low", interval?.low)
      json.member("high", interval?.high)
      json.member("method", interval?.method.rawValue)
      json.member("p_value", slice.pValue.number)
      json.member("p_adjusted", slice.adjustedPValue.number)
    }
  }
}
