import Diagnostics
import Markup
import ReportModel
import RunModel

/// The files of a site, each with the way to make it.
struct SitePages: Sendable {
  /// Every file, pages first.
  let files: [SiteFile]

  init(content: SiteContent, press: PagePress, files fileSystem: FileSystem) {
    let plan = PagePlan(content: content, press: press, files: fileSystem)
    var files = [plan.index]
    for analysis in content.analyses {
      let key = plan.key(of: analysis)
      files.append(contentsOf: plan.experiment(analysis, key: key))
      for run in analysis.runs { files.append(contentsOf: plan.run(run, in: analysis, key: key)) }
    }
    files += content.images.published.values.map { SiteFile(route: $0.route, bytes: $0.bytes) }
    self.files = files + press.assetFiles
  }
}
