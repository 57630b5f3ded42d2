import Diagnostics
import Markup
import ReportModel
import RunModel

/// Where every page of a site lies.
///
/// Folders are named for experiment, variant and run, made safe and distinct: `digits/main/2026-03-02/index.html`.
struct SiteMap: Sendable {
  /// The first page.
  static let index = Route("index.html")

  private var experiments: [ExactString: [String]] = [:]
  private var runs: [RunID: [String]] = [:]
  private var comparisons: Set<RunID> = []
  /// The pages of leaderboards that runs stand on, but for the first of each.
  private var leaderboardPages: [RunID: Int] = [:]

  /// Names the folders of all experiments and runs, in the order of their ids.
  init(
    experiments ids: [ExactString], runs runIDs: [RunID], comparisons: Set<RunID>,
    leaderboardPages: [RunID: Int] = [:]
  ) {
    self.comparisons = comparisons
    self.leaderboardPages = leaderboardPages
    let counts = Dictionary(grouping: runIDs, by: \.experiment).mapValues(\.count)
    var top = SlugRegistry(reserved: [AssetMap.folder, "index.html"])
    var variants: [ExactString: SlugRegistry] = [:]
    var names: [[ExactString]: SlugRegistry] = [:]
    for id in ids.sorted() { experiments[id] = [top.name(for: id.text)] }
    for id in runIDs.sorted() {
      let folder = experiments[id.experiment] ?? [top.name(for: id.experiment.text)]
      experiments[id.experiment] = folder
      let variant = variants[
        id.experiment, default: Self.registry(besidePagesOf: counts[id.experiment] ?? 0)
      ].name(for: id.variant.text)
      let run = names[[id.experiment, id.variant], default: SlugRegistry()].name(for: id.run.text)
      runs[id] = folder + [variant, run]
    }
  }

  /// Names for variants that no file beside them has.
  private static func registry(besidePagesOf runs: Int) -> SlugRegistry {
    // No more pages than there are runs, and no fewer than two.
    SlugRegistry(
      reserved: ["index.html", PageFiles.leaderboardRows]
        + (0..<runs / LeaderboardPages.runsPerPage).map { PageFiles.leaderboard(page: $0 + 2) })
  }

  /// A page of an experiment's leaderboard.
  func leaderboard(_ id: ExactString, page: Int) -> Route? {
    page == 1 ? experiment(id) : experiment(id)?.sibling(PageFiles.leaderboard(page: page))
  }

  /// The page of an experiment.
  func experiment(_ id: ExactString) -> Route? {
    experiments[id].map { Route($0 + ["index.html"]) }
  }

  /// The page of a run.
  func run(_ id: RunID) -> Route? {
    runs[id].map { Route($0 + ["index.html"]) }
  }

  /// The page that compares a run with its baseline, if there is one.
  func comparison(_ id: RunID) -> Route? {
    comparisons.contains(id) ? runs[id].map { Route($0 + ["compare.html"]) } : nil
  }

  /// The id of a run's row on its experiment's page.
  func rowID(_ id: RunID) -> String? {
    runs[id].map { "run-" + $0.suffix(2).joined(separator: "-") }
  }

  /// The addresses of the site as the page at `page` sees them; `files` are those beside the page.
  func links(from page: Route, files: Set<String>) -> LinkResolver {
    LinkResolver(
      address: { target in
        switch target {
        case .index: Self.index.link(from: page)
        case .experiment(let id): experiment(id)?.link(from: page)
        case .leaderboardPage(let id, let number): leaderboard(id, page: number)?.link(from: page)
        case .leaderboardRow(let id):
          leaderboard(id.experiment, page: leaderboardPages[id] ?? 1)?.link(from: page, fragment: rowID(id))
        case .run(let id): run(id)?.link(from: page)
        case .comparison(let id): comparison(id)?.link(from: page)
        case .file(let name): files.contains(name) ? page.sibling(name).link(from: page) : nil
        case .anchor: nil
        }
      },
      rowID: { target in
        guard case .leaderboardRow(let id) = target else { return nil }
        return rowID(id)
      })
  }
}
