import Diagnostics
import RunModel
import Testing

@testable import Experiments

@Suite struct SearchSpaceTests {
  private let space = SearchSpace([
    ("kernel", .choice(values: ["rbf", "poly"], weights: nil)),
    ("degree", .integer(low: 1, high: 3, isLogarithmic: false)),
  ])

  @Test func theGridIsGoneThroughInDeclaredOrderTheLastFastest() {
    #expect(space.gridCount == 6)
    #expect(space.gridPoint(4) == ["kernel": "poly", "degree": 2])
    let points = (0..<6).compactMap { space.gridPoint($0) }
    #expect(points.map { $0["kernel"] ?? "" } == ["rbf", "rbf", "rbf", "poly", "poly", "poly"])
    #expect(points.map { $0["degree"] ?? "" } == [1, 2, 3, 1, 2, 3])
    #expect(space.gridPoint(6) == nil)
    #expect(space.gridPoint(-1) == nil)
  }

  @Test func onlyWhatHasAnEndHasAGrid() {
    #expect(SearchSpace([("x", .uniform(low: 0, high: 1))]).gridCount == nil)
    #expect(SearchSpace([("x", .choice(values: [1], weights: [1]))]).gridCount == nil)
    #expect(SearchSpace([("x", .integer(low: 1, high: 9, isLogarithmic: true))]).gridCount == nil)
    #expect(SearchSpace([("x", .integer(low: .min, high: .max, isLogarithmic: false))]).gridCount == nil)
    let wide = Distribution.integer(low: 1, high: 999_999, isLogarithmic: false)
    #expect(SearchSpace([("x", wide)]).gridCount == 999_999)
    #expect(SearchSpace([("x", wide), ("y", wide), ("z", wide), ("u", wide)]).gridCount == nil)
    #expect(SearchSpace([]).gridCount == 1)
    #expect(SearchSpace([]).gridPoint(0) == [:])
  }

  @Test func aValueDependsOnSeedTrialAndItsOwnNameOnly() {
    let bare = SearchSpace([("degree", .uniform(low: 0, high: 1))])
    let more = SearchSpace([
      ("a", .constant(1)), ("degree", .uniform(low: 0, high: 1)), ("z", .uniform(low: 0, high: 1)),
    ])
    for trial in 0..<20 {
      #expect(bare.sample(seed: 5, trial: trial)["degree"] == more.sample(seed: 5, trial: trial)["degree"])
    }
    let point = more.sample(seed: 5, trial: 0)
    #expect(point["degree"] != point["z"])
    #expect(point["a"] == 1)
    #expect(more.sample(seed: 5, trial: 0) != more.sample(seed: 5, trial: 1))
    #expect(more.sample(seed: 5, trial: 0) != more.sample(seed: 6, trial: 0))
    #expect(more.sample(seed: 5, trial: 7) == more.sample(seed: 5, trial: 7))
  }

  @Test func ofTwoParametersWithOneNameTheLastCounts() {
    let twice = SearchSpace([("a", .constant(1)), ("b", .constant(2)), ("a", .constant(3))])
    #expect(twice.parameters.map(\.name) == ["a", "b"])
    #expect(twice.sample(seed: 1, trial: 0) == ["a": 3, "b": 2])
  }
}
