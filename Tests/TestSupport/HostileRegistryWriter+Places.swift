import Foundation

/// Names and links that lead somewhere else, or look like something else.
extension HostileRegistryWriter {
  private func runFolder(_ name: String) -> String { "hostile/main/" + name }

  /// Ids, file names and links that leave the run's folder, and what is no file at all.
  func writeWaysOut() throws -> [Defect] {
    let outside = "../../../../../private.txt"
    var defects: [Defect] = []
    func add(_ name: String, place: String? = nil, _ metadata: String) throws {
      try write(metadata, to: runFolder(name) + "/erm_metadata.json")
      try write(predictions(), to: runFolder(name) + "/artifacts/predictions.csv")
      defects.append(Defect(name: name, run: runFolder(name), place: place ?? runFolder(name)))
    }

    let climbing = ("../../etc", "../..", "../../../etc/passwd")
    try add("climbing-ids", metadata(run: runFolder("climbing-ids"), ids: climbing))
    for (name, filename) in [("climbing-filename", outside), ("absolute-filename", folder + "/private.txt")] {
      try add(name, metadata(run: runFolder(name), artifacts: [("secret.txt", filename, "binary")]))
    }
    try add(
      "link-out-of-the-run",
      metadata(run: runFolder("link-out-of-the-run"), artifacts: [("picture", "picture.png", "png")]))
    try link(runFolder("link-out-of-the-run") + "/artifacts/picture.png", to: outside)
    try add(
      "linked-artifacts-folder",
      metadata(run: runFolder("linked-artifacts-folder"), artifacts: [("picture", "out/private.txt", "png")]))
    try link(runFolder("linked-artifacts-folder") + "/artifacts/out", to: folder)

    try add("image-column-leads-out", metadata(run: runFolder("image-column-leads-out")))
    try write(
      "id,y_true,y_pred,proba_no,proba_yes,image\nr1,no,yes,0.2,0.8,\(outside)\nr2,yes,no,0.7,0.3,\(folder)/private.txt\n",
      to: runFolder("image-column-leads-out") + "/artifacts/predictions.csv")

    try add("link-to-itself", metadata(run: runFolder("link-to-itself")))
    try replace(runFolder("link-to-itself") + "/artifacts/predictions.csv") {
      try link($0, to: "predictions.csv")
    }
    try add("pipe", metadata(run: runFolder("pipe")))
    try replace(runFolder("pipe") + "/artifacts/predictions.csv") {
      guard mkfifo(registry + "/" + $0, 0o600) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }
    // A folder inside itself, and a link that leaves the registry upwards: a walk that follows links never ends.
    try link("hostile/main/cycle/again", to: "..")
    try link("hostile/up", to: "../..")
    return defects
  }

  /// Names that look like something else on a terminal or a page, or are equal only to the eye.
  func writeTrickyNames() throws -> [Defect] {
    let marks = runFolder("marks-in-names")
    let tricky =
      #"{"a\u0000b": "1", "\u202Egnp.exe": "2", "line\nbreak": "3", "<script>alert(1)</script>": "4"}"#
    try write(
      metadata(
        run: marks, params: tricky, metrics: tricky,
        artifacts: [
          ("predictions", "predictions.csv", "binary"), (#"\u202Ea\u0000b"#, "nul\\u0000.png", "png"),
        ]),
      to: marks + "/erm_metadata.json")
    try write(
      "id,y_true,y_pred,proba_\"><script>alert(1)</script>,proba_\u{202E}b\nr\u{0}1,\u{202E}b,\u{202E}b,0.4,0.6\n"
        + "<img src=x onerror=alert(1)>,\"\"\"><script>alert(1)</script>\",\u{202E}b,0.3,0.7\n",
      to: marks + "/artifacts/predictions.csv")

    let twins = runFolder("equal-to-the-eye")
    try write(metadata(run: twins), to: twins + "/erm_metadata.json")
    try write(
      "id,y_true,y_pred,proba_caf\u{E9},proba_cafe\u{301}\nr1,caf\u{E9},caf\u{E9},0.9,0.1\n"
        + "r2,cafe\u{301},caf\u{E9},0.6,0.4\nr3,cafe\u{301},cafe\u{301},0.2,0.8\n",
      to: twins + "/artifacts/predictions.csv")

    let pages = runFolder("pages-with-scripts")
    try write(
      metadata(
        run: pages,
        artifacts: [
          ("predictions", "predictions.csv", "binary"), ("page", "page.html", "html"),
          ("drawing", "drawing.svg", "png"), ("notes.md", "notes.md", "binary"),
        ]),
      to: pages + "/erm_metadata.json")
    try write(predictions(), to: pages + "/artifacts/predictions.csv")
    try write("<script>alert(document.cookie)</script>", to: pages + "/artifacts/page.html")
    try write(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"><script>alert(1)</script></svg>",
      to: pages + "/artifacts/drawing.svg")
    try write(
      "# Notes\n\n<script>alert(1)</script>\n\n[click](javascript:alert(1)) ![x](data:text/html,<b>)\n",
      to: pages + "/artifacts/notes.md")
    return [marks, twins, pages].map { Defect(name: $0, run: $0, place: nil) }
  }

  /// A run's folder that may not be entered.
  func writeUnreadableFolder() throws -> Defect {
    let run = runFolder("unreadable-folder")
    try write(metadata(run: run), to: run + "/erm_metadata.json")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: registry + "/" + run)
    return Defect(name: "unreadable folder", run: run, place: run)
  }

  private func replace(_ path: String, with make: (String) throws -> Void) throws {
    try FileManager.default.removeItem(atPath: registry + "/" + path)
    try make(path)
  }
}
