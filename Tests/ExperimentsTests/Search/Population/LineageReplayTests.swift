import Diagnostics
import Jobs
import RunModel
import TestSupport
import Testing

@testable import Experiments

/// A replay finds what is not as the plan would have it.
@Suite struct LineageReplayTests {
  private let plan = PopulationPlan(
    metric: "q", direction: .maximize, seed: 3, space: SearchSpace([("lr", .uniform(low: 0, high: 1))]),
    settings: PopulationSettings(
      size: 4, truncate: 0.25, explore: ["lr": .perturb(.range(0.8, 1.2))], maxGenerations: 3))

  private func jobs() -> [Job] {
    var simulation = PlanSimulation(plan, measure: PlanSimulation.quality(seed: 1))
    var generator = SeededGenerator(seed: 1)
    simulation.run(workers: 3, by: &generator)
    return simulation.jobs
  }

  private func difference(_ change: (inout [Job]) -> Void) -> String? {
    var jobs = jobs()
    change(&jobs)
    return LineageReplay(plan).firstDifference(in: jobs, isOver: true)?.description
  }

  @Test func nothingIsFoundWhereNothingIsChanged() {
    #expect(difference { _ in } == nil)
    #expect(LineageReplay(plan).firstDifference(in: [], isOver: false) == nil)
  }

  @Test func theFirstDifferenceIsSaidWithWhatWasFoundAndExpected() throws {
    let parent = try #require(jobs()[5].lineage?.parent)
    let other = parent == "0001" ? "0002" : "0001"
    #expect(
      difference { $0[5].lineage?.parent = other }
        == "0006: found the parent \(other); expected the parent \(parent)")
    #expect(
      difference { $0[5].lineage?.factors = [:] }?.hasPrefix(
        "0006: found the factors ; expected the factors lr times(") == true)
    #expect(
      difference { $0[6].hyperparameters["lr"] = 7 }?.hasPrefix(
        "0007: found the hyperparameters lr=7; expected") == true)
    #expect(
      difference { $0[2].hyperparameters["lr"] = 0.5 }?.hasPrefix("0003: found the hyperparameters lr=0.5")
        == true)
    #expect(difference { $0[5].lineage?.member = 9 } == "0006: found member 9; expected member 2")
    #expect(
      difference { $0[5].lineage?.generation = 2 }?.hasPrefix(
        "0006: found generation 2; expected generation 1") == true)
    #expect(
      difference {
        $0[1].status = .running
        $0[1].isOutdone = false
      } == "0005: found a job; expected none until another one has ended"
    )
    let pruned = try #require(jobs().first { $0.status == .pruned })
    let position = try #require(jobs().firstIndex { $0.id == pruned.id })
    #expect(
      difference {
        $0[position].status = .done
        $0[position].isOutdone = false
      } == "\(pruned.id): found DONE; expected PRUNED, since others did better")
    let kept = try #require(jobs().lastIndex { $0.status == .done })
    #expect(
      difference {
        $0[kept].status = .pruned
        $0[kept].isOutdone = true
      } == "\(jobs()[kept].id): found PRUNED by the search; expected a job that it left as it was")
  }

  @Test func aJobThatSomebodyTriedAnewAfterwardsNeedsNotBePruned() throws {
    let jobs = jobs()
    let position = try #require(jobs.firstIndex { $0.status == .pruned })
    let successor = try #require(
      jobs.first {
        $0.lineage?.member == jobs[position].lineage?.member
          && $0.lineage?.generation == (jobs[position].lineage?.generation ?? 0) + 1
      })
    func difference(startedSecondsLater seconds: Double) -> String? {
      self.difference {
        $0[position].status = .done
        $0[position].isOutdone = false
        $0[position].started = UTCTimestamp(
          microseconds: successor.created.microseconds + Int64(seconds * 1e6))
      }
    }
    #expect(difference(startedSecondsLater: 1) == nil)
    #expect(difference(startedSecondsLater: -1)?.hasPrefix("\(jobs[position].id): found DONE") == true)
  }

  @Test func anotherSeedIsAnotherSearch() {
    var other = plan
    other.seed = 4
    #expect(LineageReplay(other).firstDifference(in: jobs(), isOver: true)?.job == "0001")
  }

  @Test func theDocumentHasWhatWasDecidedAndNothingElse() throws {
    var spec = try SearchSpec.read(
      "s.yaml",
      from: .inMemory(bytes: [
        "s.yaml": Array(
          """
          experiment: e
          command: train %h
          strategy: pbt
          population: 2
          max_generations: 2
          exploit: {truncate: 0.5}
          explore: {lr: {perturb: [0.5, 2]}}
          parameters: {lr: {uniform: [0, 1]}}
          metric: q
          direction: maximize
          """.utf8)
      ]))
    spec.seed = 18_446_744_073_709_551_615
    let moment = UTCTimestamp(microseconds: 0)
    let jobs = [
      Job(
        id: "0001", experiment: "e", status: .done, hyperparameters: ["lr": 0.5], results: ["q": 1],
        created: moment,
        lineage: JobLineage(generation: 0, member: 1)),
      Job(
        id: "0002", experiment: "e", status: .pruned, hyperparameters: ["lr": 0.25],
        results: ["q": .real(.nan)],
        created: moment, lineage: JobLineage(generation: 0, member: 2), isOutdone: true),
      Job(
        id: "0003", experiment: "e", status: .running, hyperparameters: ["lr": 0.25], results: ["q": 1],
        attempts: 3, worker: "secret", created: moment,
        lineage: JobLineage(generation: 1, member: 2, parent: "0001", factors: ["lr": .times(0.5)])),
    ]
    let text = LineageDocument(spec, jobs: jobs).json()
    #expect(
      text == """
        {
          "format": "assay.lineage/1",
          "schema_version": 1,
          "experiment": "e",
          "strategy": "pbt",
          "seed": 18446744073709551615,
          "metric": "q",
          "direction": "maximize",
          "settings": {
            "parameters": {
              "lr": {
                "uniform": {
                  "low": 0.0,
                  "high": 1.0
                }
              }
            },
            "population": 2,
            "exploit": {
              "truncate": 0.5
            },
            "explore": {
              "lr": {
                "perturb": [
                  0.5,
                  2.0
                ]
              }
            },
            "max_generations": 2,
            "synchronous": true
          },
          "jobs": [
            {
              "job": "0001",
              "generation": 0,
              "member": 1,
              "parent": null,
              "factors": {},
              "hyperparameters": {
                "lr": 0.5
              },
              "quality": 1,
              "status": "DONE"
            },
            {
              "job": "0002",
              "generation": 0,
              "member": 2,
              "parent": null,
              "factors": {},
              "hyperparameters": {
                "lr": 0.25
              },
              "quality": "NaN",
              "status": "PRUNED"
            },
            {
              "job": "0003",
              "generation": 1,
              "member": 2,
              "parent": "0001",
              "factors": {
                "lr": 0.5
              },
              "hyperparameters": {
                "lr": 0.25
              },
              "quality": null,
              "status": "RUNNING"
            }
          ]
        }

        """)
    spec.population.isSynchronous = false
    #expect(LineageDocument(spec, jobs: jobs).json().contains("\"ended_before\": []"))
  }
}
