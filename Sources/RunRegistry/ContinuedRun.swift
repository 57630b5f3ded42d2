/// The saved run that an ``ExperimentRun`` continues, as it was when it was read.
struct ContinuedRun: Hashable, Sendable {
  /// Its folder.
  let folder: String
  /// The bytes of its record: another writer has been there if they are others when it is saved.
  let record: [UInt8]
}
