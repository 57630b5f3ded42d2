public import Diagnostics
public import RunModel

extension SearchSpec {
  /// The command for a job, as one line that a shell would take.
  public func commandLine(job: String, _ hyperparameters: [ExactString: Scalar]) -> String {
    CommandWords.line(
      CommandTemplate.words(command, experiment: experiment, job: job, hyperparameters: hyperparameters))
  }

  /// Why its program cannot be run on this machine, as a whole sentence; nil if it seems that it can.
  ///
  /// Which program it is may depend on the job; then only the folder is looked at.
  public var obstacle: String? {
    let variables = Dictionary(environment.map { ($0.key.text, $0.value) }) { first, _ in first }
    let name = command.first ?? ""
    if name.utf8.contains(UInt8(ascii: "%")) {
      return Program(["sh"], folder: files.isEmpty ? folder : nil, variables: variables).problem
    }
    guard !files.isEmpty, name.contains("/"), !name.hasPrefix("/") else {
      return Program(command, folder: files.isEmpty ? folder : nil, variables: variables).obstacle
    }
    let path = name.hasPrefix("./") ? String(name.dropFirst(2)) : name
    let isThere = files.contains { $0.isExecutable && $0.path.utf8.elementsEqual(path.utf8) }
    return isThere
      ? nil
      : "The program \(VisibleText.quoting(name, limit: 200)) is not among the files, or may not be run."
  }
}
