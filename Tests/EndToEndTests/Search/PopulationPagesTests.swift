import Foundation
import RunModel
import RunRegistry
import TestSupport
import Testing

/// What the site says of populations and of successive halving whose runs real programs made.
@Suite struct PopulationPagesTests {
  private let scratch: TemporaryDirectory

  init() throws {
    scratch = try TemporaryDirectory()
  }

  /// Reports the value of `--a`, by which jobs are told apart.
  private static let script = """
    while [ "$1" != --a ]; do shift; done
    echo '--- RESULTS ---'
    echo '{"score": '$2'}'
    echo '--- END RESULTS ---'
    """

  /// Runs a search, builds the site, and returns the experiment’s page and the runs.
  private func page(_ spec: String) throws -> (page: String, runs: [Run], site: String) {
    try scratch.write(Self.script, to: "train.sh")
    let path = try scratch.write(
      """
      experiment: demo
      command: sh train.sh %h
      parameters: {a: {uniform: [0, 1]}}
      metric: score
      direction: maximize
      workers: 2

      """ + spec, to: "search.yaml")
    let search = try Command.assay("search", path)
    #expect(search.exitCode == 0, "\(search.errorOutput)")
    let (registry, site) = (scratch.path + "/registry", scratch.path + "/site")
    let built = try Command.assay("build", registry, "--out", site, "--strict")
    #expect(built.exitCode == 0, "\(built.errorOutput)")
    return (
      try String(contentsOfFile: site + "/demo/index.html", encoding: .utf8),
      try Registry(path: registry).load().runs, site
    )
  }

  @Test(
    "A population’s page shows who went on from whom, and each replaced run’s page says who took its place")
  func population() throws {
    let (page, runs, site) = try page(
      """
      strategy: pbt
      population: 6
      exploit: {truncate: 0.34}
      explore: {a: {perturb: [0.8, 1.2]}}
      max_generations: 3
      seed: 4

      """)
    #expect(runs.count == 18)
    let pruned = runs.filter { $0.status == .pruned }
    #expect(pruned.count > 2)
    for part in [
      "<h2 id=\"population\">", "<figure id=\"lineage\">", "<figure id=\"quality-by-generation\">",
      "<figure id=\"hyperparameter-1-by-generation\">", "<figure id=\"best-line\">",
      "population-based training</strong>, 6 members, 3 generations, seed 4",
      "Members were replaced <strong>\(pruned.count) times</strong>", "\(pruned.count) pruned</text>",
    ] {
      #expect(page.contains(part), "\(part)")
    }
    #expect(
      page.components(separatedBy: "pruned, its member went on from another<").count == pruned.count
        + 1)
    for run in pruned {
      let own = try String(
        contentsOfFile: site + "/demo/main/\(run.id.run)/index.html", encoding: .utf8)
      #expect(own.contains("<strong>Pruned</strong>: member ") && own.contains("went on from <a href="))
    }
  }

  @Test("The page of successive halving shows the rungs, and what was stopped at which")
  func halving() throws {
    let (page, runs, _) = try page(
      """
      strategy: asha
      resource: {name: epochs, min: 1, max: 9, factor: 3}
      trials: 9
      synchronous: true

      """)
    #expect(runs.count == 13)
    for part in [
      "<h2 id=\"rungs\">", "Of <strong>9 trials</strong> 3 and then 1 went on to the next rung",
      "9 trials over epochs, 1 to 9 by 3", "8 of 9 trials were stopped before the last",
      "<figure id=\"rung-table\">",
    ] {
      #expect(page.contains(part), "\(part)")
    }
    #expect(page.components(separatedBy: "pruned, not promoted<").count == 9)
  }
}
