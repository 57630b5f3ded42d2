import Diagnostics
import Evaluation
import Markup

extension ClassificationExperimentResults {
  /// The probabilities of each label as a Vega-Lite 4 specification, as gobbli's `plot` makes it: a strip for each label with a
  /// point for each example, coloured by whether the example has the label.
  ///
  /// The points are spread up and down by whoever draws it. What is drawn is the data, in its order.
  ///
  /// - Parameters:
  ///   - sampleSize: How many examples are drawn at most, chosen by chance; all where absent.
  ///   - seed: Where that chance comes from.
  /// - Returns: The JSON.
  /// - Complexity: Linear in examples × labels.
  public func plot(sampleSize: Int? = nil, seed: UInt64 = 1) -> String {
    let count = probabilities.count
    var rows = Array(0..<count)
    if let sampleSize, sampleSize < count {
      rows = SeededShuffle.order(of: count, seed: seed).prefix(max(0, sampleSize)).sorted()
    }
    let strips = labels.indices.map { ProbabilityStrip(self, label: $0, rows: rows) }
    var json = JSONWriter(style: .pretty)
    json.object { json in
      json.member("$schema", "https://vega.github.io/schema/vega-lite/v4.17.0.json")
      json.member("config") { json in
        json.object { json in
          json.member("view") { json in
            json.object { json in
              json.member("continuousWidth", 400)
              json.member("continuousHeight", 300)
            }
          }
        }
      }
      json.member("vconcat") { json in
        json.array { json in for strip in strips { strip.writeView(to: &json) } }
      }
      json.member("datasets") { json in
        json.object { json in
          for strip in strips { json.member(strip.dataName) { strip.writeData(to: &$0) } }
        }
      }
    }
    return json.string
  }
}

/// One label of a plot of probabilities.
private struct ProbabilityStrip {
  let title: String
  let dataName: String
  private let colour: String
  private let points: [(probability: Double, belongs: Bool)]

  init(_ results: ClassificationExperimentResults, label: Int, rows: [Int]) {
    title = results.labels[label].text
    dataName = "data-\(label + 1)"
    colour = results.testPart.isMultilabel ? "Has Label" : "Belongs to Class"
    points = rows.map { row in
      (results.probabilities[row][label], results.predictions.row(row).isTrue(label))
    }
  }

  func writeData(to json: inout JSONWriter) {
    json.array { json in
      for point in points {
        json.object { json in
          json.member("Predicted Probability", point.probability)
          json.member(colour, point.belongs)
        }
      }
    }
  }

  func writeView(to json: inout JSONWriter) {
    json.object { json in
      json.member("layer") { json in
        json.array { json in
          json.object { json in
            json.member("mark") { json in
              json.object { json in
                json.member("type", "circle")
                json.member("size", 8)
              }
            }
            json.member("encoding") { json in
              json.object { json in
                json.member("color") { Self.field(colour, "nominal", &$0) { _ in } }
                json.member("x") { Self.writeX(to: &$0) }
                json.member("y") { Self.writeY(to: &$0) }
              }
            }
            json.member("height", 40)
            json.member("title", title)
            json.member("transform") { json in
              json.array { json in
                json.object { json in
                  json.member("calculate", "sqrt(-2*log(random()))*cos(2*PI*random())/32")
                  json.member("as", "jitter")
                }
              }
            }
          }
        }
      }
      json.member("data") { json in json.object { json in json.member("name", dataName) } }
    }
  }

  private static func writeX(to json: inout JSONWriter) {
    field("Predicted Probability", "quantitative", &json) { json in
      json.member("scale") { json in
        json.object { json in json.member("domain", [0.0, 1.0]) }
      }
      json.member("title", String?.none)
    }
  }

  private static func writeY(to json: inout JSONWriter) {
    field("jitter", "quantitative", &json) { json in
      json.member("axis") { json in
        json.object { json in
          json.member("grid", false)
          json.member("labels", false)
          json.member("ticks", true)
          json.member("values", [0])
        }
      }
      json.member("scale") { json in json.object { _ in } }
      json.member("title", String?.none)
    }
  }

  /// A channel that shows a field.
  private static func field(
    _ name: String, _ type: String, _ json: inout JSONWriter, _ more: (inout JSONWriter) -> Void
  ) {
    json.object { json in
      json.member("field", name)
      json.member("type", type)
      more(&json)
    }
  }
}
