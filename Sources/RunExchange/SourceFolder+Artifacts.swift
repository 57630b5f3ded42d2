import Diagnostics
import RunModel

extension SourceFolder {
  /// Every file below the folder `name` as an artifact, its id and file name being its path from there.
  ///
  /// Links to folders are not followed; links to files count only if they stay inside the source. Links that leave it
  /// or lead nowhere, and what is neither file nor folder, are left out with a diagnostic. Files and folders whose name
  /// begins with a full stop are passed over.
  ///
  /// - Parameters:
  ///   - name: The folder.
  ///   - depth: How many folders deep; 0 takes the files of the folder itself.
  ///   - isLeftOut: What is no artifact: by its path from the folder, files and folders alike.
  /// - Returns: The artifacts, sorted by id.
  mutating func artifacts(
    below name: String, depth: Int = ImportLimit.depth,
    leavingOut isLeftOut: (String) -> Bool = { _ in false }
  ) -> [Artifact] {
    var found: [Artifact] = []
    var folders = [""]
    while let folder = folders.popLast() {
      let level = folder.isEmpty ? 0 : folder.utf8.count { $0 == UInt8(ascii: "/") } + 1
      for entry in entries(FilePath.join(name, folder)) {
        let inner = FilePath.join(folder, entry.name)
        guard entry.name.utf8.first != UInt8(ascii: "."), !isLeftOut(inner) else { continue }
        let file = FilePath.join(name, inner)
        switch entry.kind {
        case .directory where level < depth: folders.append(inner)
        case .file: found.append(Self.artifact(inner, file: absolute(file)))
        case .symbolicLink where hasFile(file): found.append(Self.artifact(inner, file: absolute(file)))
        case .symbolicLink: reportLink(file)
        case .other: reportSpecial(.other, at: file)
        case .directory: break
        }
        if found.count > ImportLimit.artifacts {
          report(
            .warning, "too-many-artifacts", at: name, "more than \(ImportLimit.artifacts) files",
            "fewer artifacts of one run", "The rest is left out.")
          return found.dropLast().sorted { $0.id < $1.id }
        }
      }
    }
    return found.sorted { $0.id < $1.id }
  }

  /// Says why a link is no artifact; one to a folder of the source is passed over, since what it leads to is there.
  private mutating func reportLink(_ name: String) {
    guard let kind = (try? fileSystem.attributes(absolute(name)))?.kind else {
      return report(
        .warning, "broken-link", at: name, "a link that leads nowhere", "a file", "It is left out.")
    }
    guard fileSystem.isInside(absolute(name), folder: path) else {
      return report(
        .warning, "unsafe-link", at: name, "a link that leaves the folder", "a file", "It is left out.")
    }
    if kind != .directory { reportSpecial(kind, at: name) }
  }

  /// The artifact for a file, its kind told by the name.
  static func artifact(_ id: String, file: String) -> Artifact {
    Artifact(id: ExactString(id), filename: id, kind: kind(of: id), content: .file(file))
  }

  private static func kind(of name: String) -> Artifact.Kind {
    if name.lowercased().hasSuffix(".plotly.json") { return .plotlyJSON }
    return switch FilePath.fileExtension(of: name) {
    case "png": .png
    case "jpg", "jpeg": .jpg
    case "html", "htm": .html
    default: .binary
    }
  }
}
