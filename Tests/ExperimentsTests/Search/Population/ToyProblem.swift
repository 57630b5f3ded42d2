import Diagnostics
import Jobs
import RunModel
import TestSupport

@testable import Experiments

/// The toy problem of Jaderberg and others 2017, figure 2.
///
/// Wanted is the maximum 1.2 of Q(θ) = 1.2 − (θ₀² + θ₁²), which no program knows. A job goes up a surrogate instead,
/// Q̂(θ | h) = 1.2 − (h₀θ₀² + h₁θ₁²), by a few steps of gradient ascent from where its parent stopped; hyperparameters are
/// h₀ and h₁, from 0 to 1. The paper has two members that begin at θ = (0.9, 0.9).
struct ToyProblem {
  /// Where everybody begins.
  static let start = [0.9, 0.9]
  /// How far a step goes.
  static let rate = 0.01
  /// Steps of one job.
  static let steps = 4
  /// Jobs of a member: 200 steps in all.
  static let generations = 50
  /// Members, and trials of the random search.
  static let members = 2

  static let space = SearchSpace([("h0", .uniform(low: 0, high: 1)), ("h1", .uniform(low: 0, high: 1))])

  static func quality(_ theta: [Double]) -> Double { 1.2 - (theta[0] * theta[0] + theta[1] * theta[1]) }

  static func climb(_ theta: [Double], _ h: [Double], steps: Int) -> [Double] {
    var theta = theta
    for _ in 0..<steps { theta = zip(theta, h).map { $0 - rate * 2 * $1 * $0 } }
    return theta
  }

  /// The best quality of all members after each generation, by population-based training.
  static func population(seed: UInt64) -> (best: [Double], jobs: [Job]) {
    let plan = PopulationPlan(
      metric: "q", direction: .maximize, seed: seed, space: space,
      settings: PopulationSettings(
        size: members, truncate: 0.5,
        explore: ["h0": .perturb(.range(0.8, 1.2)), "h1": .perturb(.range(0.8, 1.2))],
        maxGenerations: generations))
    var simulation = PlanSimulation(plan) { job in
      // The results that it begins with are its parent's.
      let theta = job.results.isEmpty ? start : ["theta0", "theta1"].map { job.results[$0]?.number ?? .nan }
      let h = ["h0", "h1"].map { job.hyperparameters[$0]?.number ?? .nan }
      let reached = climb(theta, h, steps: steps)
      return ["q": .real(quality(reached)), "theta0": .real(reached[0]), "theta1": .real(reached[1])]
    }
    var generator = SeededGenerator(seed: seed)
    simulation.run(workers: members, by: &generator)
    let best = (0..<generations).map { generation in
      simulation.jobs.filter { $0.lineage?.generation == generation }
        .compactMap { $0.results["q"]?.number }.max() ?? .nan
    }
    return (best, simulation.jobs)
  }

  /// The best quality of all trials after as many steps, with hyperparameters that a random search draws and keeps.
  static func randomSearch(seed: UInt64) -> [Double] {
    let points = (0..<members).map { trial in
      ["h0", "h1"].map { space.sample(seed: seed, trial: trial)[$0]?.number ?? .nan }
    }
    return (1...generations).map { generation in
      points.map { quality(climb(start, $0, steps: steps * generation)) }.max() ?? .nan
    }
  }
}
