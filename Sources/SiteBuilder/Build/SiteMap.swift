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

  /// Names the folders of all experiments and runs, in the order of their ids.
  init(experiments ids: [ExactString], runs runIDs: [RunID], comparisons: Set<RunID>) {
    self.comparisons = comparisons
    var top = SlugRegistry(reserved: [AssetMap.folder, "index.html"])
    var variants: [ExactString: SlugRegistry] = [:]
    var names: [[ExactString]: SlugRegistry] = [:]
    for id in ids.sorted() { experiments[id] = [top.name(for: id.text)] }
    for id in runIDs.sorted() {
      let folder = experiments[id.experiment] ?? [top.name(for: id.experiment.text)]
      experiments[id.experiment] = folder
      let variant = variants[id.experiment, default: SlugRegistry(reserved: ["index.html"])]
        .name(for: id.variant.text)
      let run = names[[id.experiment, id.variant], default: SlugRegistry()].name(for: id.run.text)
      runs[id] = folder + [variant, run]
    }
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
        case .leaderboardRow(let id): experiment(id.experiment)?.link(from: page, fragment: rowID(id))
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
