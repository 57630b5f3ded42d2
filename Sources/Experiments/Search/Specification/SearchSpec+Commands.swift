public import Diagnostics
public import RunModel

extension SearchSpec {
  /// The command for a job, as one line that a shell would take.
  public func commandLine(job: String, _ hyperparameters: [ExactString: Scalar]) -> String {
    JobRecord.line(
      CommandTemplate.words(command, experiment: experiment, job: job, hyperparameters: hyperparameters))
  }
}
