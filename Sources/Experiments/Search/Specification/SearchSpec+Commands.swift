public import Diagnostics
public import RunModel

extension SearchSpec {
  /// The command for a job, as one line that a shell would take.
  public func commandLine(job: String, _ hyperparameters: [ExactString: Scalar]) -> String {
    JobRecord.line(
      CommandTemplate.words(command, experiment: experiment, job: job, hyperparameters: hyperparameters))
  }

  /// Why its program cannot be run on this machine, as a whole sentence; nil if it seems that it can.
  ///
  /// Which program it is may depend on the job; then only the folder is looked at.
  public var obstacle: String? {
    let isKnown = command.first.map { !$0.utf8.contains(UInt8(ascii: "%")) } ?? true
    let variables = Dictionary(environment.map { ($0.key.text, $0.value) }) { first, _ in first }
    let program = Program(isKnown ? command : ["sh"], folder: folder, variables: variables)
    return isKnown ? program.obstacle : program.problem
  }
}
