import Diagnostics
import RunModel
import RunRegistry
import Testing

struct RunListingTests {
  private let collection = RunCollection(
    sourceName: "test",
    runs: [
      run("b", "main", "a", time: 2), run("b", "main", "b", time: 1), run("a", "x10", "r", time: 1),
      run("a", "x", "r", time: nil),
    ],
    emptyExperiments: ["c"])

  @Test func idsAreSortedAndRunsComeOldestFirst() {
    let listing = RunListing(collection)
    #expect(listing.experiments.map(\.id) == ["a", "b", "c"])
    #expect(listing.experiments[0].variants.map(\.id) == ["x", "x10"])
    #expect(listing.experiments[1].variants[0].runs.map(\.id.run) == ["b", "a"])
    #expect(listing.experiments[2].variants.isEmpty)
  }

  @Test func itCanBeLimitedToAnExperimentAndAVariant() {
    #expect(RunListing(collection, experiment: "a").experiments.map(\.id) == ["a"])
    let one = RunListing(collection, experiment: "a", variant: "x").experiments
    #expect(one.flatMap(\.variants).map(\.id) == ["x"])
    #expect(RunListing(collection, experiment: "z").experiments.isEmpty)
  }

  @Test func asJSONItHasTheAgreedKeysAndTypes() throws {
    var run = run("digits", "main", "r", time: 1_772_442_607_000_000)
    run.params = ["lr": 0.1, "depth": "3", "layers": Scalar(.json, text: "[1, 2]")]
    run.metrics = ["loss": .real(.infinity), "f1": 0.5]
    run.tags = ["owner": "a \"b\""]
    run.folder = "registry/digits/main/r"
    run.status = .failed
    let json = RunListing(RunCollection(sourceName: "", runs: [run])).json()
    #expect(
      json == """
        {
          "schema_version": 1,
          "experiments": [
            {
              "experiment": "digits",
              "variants": [
                {
                  "variant": "main",
                  "runs": [
                    {
                      "run": "r",
                      "path": "registry/digits/main/r",
                      "timestamp": "2026-03-02T09:10:07Z",
                      "status": "failed",
                      "params": {
                        "depth": "3",
                        "layers": [
                          1,
                          2
                        ],
                        "lr": 0.1
                      },
                      "metrics": {
                        "f1": 0.5,
                        "loss": "Infinity"
                      },
                      "tags": {
                        "owner": "a \\"b\\""
                      }
                    }
                  ]
                }
              ]
            }
          ]
        }

        """)
  }
}

private func run(_ experiment: ExactString, _ variant: ExactString, _ run: ExactString, time: Int64?) -> Run {
  var result = Run(id: RunID(experiment: experiment, variant: variant, run: run))
  result.timestamp = time.map(UTCTimestamp.init(microseconds:))
  return result
}
