import Diagnostics
import RunModel
import Testing

@testable import ReportModel

struct SeedGroupsTests {
  private func groups(_ runs: [[(name: ExactString, value: Scalar)]]) -> [[Int]] {
    SeedGroups.find(runs).map(\.runs)
  }

  @Test func runsAlikeButForASeedAreAGroup() {
    let found = SeedGroups.find([
      [("lr", 0.1), ("seed", 1)], [("seed", 2), ("lr", "0.10")], [("lr", 0.2), ("seed", 1)],
      [("lr", 0.1), ("seed", 3)],
    ])
    #expect(found == [SeedGroups.Group(runs: [0, 1, 3], seeds: ["seed"])])
  }

  @Test(arguments: [
    "seed", "SEED", "random_state", "Random_State", "random_seed", "rng_seed", "model.random_state",
    "a.b.seed",
    "model/seed",
  ])
  func theseNamesMeanASeed(_ name: String) {
    #expect(SeedGroups.isSeed(ExactString(name)))
  }

  @Test(arguments: ["seeds", "my_seed", "seed.", "", "random", "state", "seed.value", "proceed"])
  func theseDoNot(_ name: String) {
    #expect(!SeedGroups.isSeed(ExactString(name)))
  }

  @Test func withoutASeedOrWithAnotherOneRunsAreNotAlike() {
    #expect(groups([[("lr", 0.1)], [("lr", 0.1)]]).isEmpty)
    #expect(groups([[("seed", 1)], [("random_state", 2)]]).isEmpty)
    #expect(groups([[("seed", 1)], [("lr", 0.1), ("seed", 2)]]).isEmpty)
    #expect(groups([[("seed", 1)]]).isEmpty && groups([]).isEmpty)
    #expect(groups([[("seed", 1)], [("seed", 2)]]) == [[0, 1]])
  }

  @Test func ofRunsThatRepeatEachOtherTheLastCounts() {
    #expect(groups([[("seed", 1)], [("seed", 1)]]).isEmpty)
    #expect(groups([[("seed", 1)], [("seed", 2)], [("seed", "1")]]) == [[1, 2]])
  }

  @Test func severalSeedsVaryTogether() {
    let found = SeedGroups.find([
      [("split.seed", 1), ("model.seed", 1), ("k", "x")], [("split.seed", 1), ("model.seed", 2), ("k", "x")],
      [("split.seed", 2), ("model.seed", 1), ("k", "y")],
    ])
    #expect(found == [SeedGroups.Group(runs: [0, 1], seeds: ["model.seed", "split.seed"])])
  }

  @Test func valuesAreComparedByWhatTheyMeanAndNamesByTheirBytes() {
    #expect(groups([[("on", true), ("seed", 1)], [("on", "True"), ("seed", 2)]]) == [[0, 1]])
    #expect(groups([[("x", .real(.nan)), ("seed", 1)], [("x", "nan"), ("seed", 2)]]) == [[0, 1]])
    #expect(groups([[("caf\u{E9}", 1), ("seed", 1)], [("cafe\u{301}", 1), ("seed", 2)]]).isEmpty)
    #expect(groups([[("x", "a"), ("seed", 1)], [("x", "A"), ("seed", 2)]]).isEmpty)
  }

  @Test func groupsComeInTheOrderOfTheirFirstRuns() {
    let run = { (lr: Double, seed: Int) in
      [(name: ExactString("lr"), value: Scalar.real(lr)), (name: "seed", value: .integer(seed))]
    }
    #expect(groups([run(2, 1), run(1, 1), run(1, 2), run(2, 2)]) == [[0, 3], [1, 2]])
    #expect(groups([[("seed", 1), ("seed", 2)], [("seed", 3), ("seed", 4)]]).isEmpty)
  }
}
