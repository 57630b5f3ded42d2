import ArgumentParser
import Diagnostics
import ReportModel
import SiteBuilder

/// `assay schema`: the names that templates may use.
struct ShowSchema: AssayCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the names that each page gives to its templates.",
    discussion: """
        assay schema
        assay schema run

      A template of your own, given to assay build by --templates, may use these names and no others.
      """)

  @Argument(
    help: ArgumentHelp(
      "The page: \(ReportPage.Kind.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "page"),
    completion: .list(ReportPage.Kind.allCases.map(\.rawValue)), transform: ChoiceArgument.read)
  var page: ReportPage.Kind?

  func run(in context: CommandContext) async throws -> CommandExit {
    let kinds = page.map { [$0] } ?? ReportPage.Kind.allCases
    let names = kinds.map(PageContext.template)
    let pages = PageContext.templatePages.filter { names.contains($0.template) }
    let parts = pages.map { "\($0.template)\n\n\($0.vocabulary.outline)" }
    try context.writeOutput(Array(parts.joined(separator: "\n").utf8))
    return .done
  }
}
