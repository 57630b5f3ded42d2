import Diagnostics
import RunModel

/// The names of files and folders in a registry, and where a run lies.
enum RegistryLayout {
  /// Marks a registry's folder.
  static let registryMarker = ".erm_registry.json"
  /// Marks an experiment's folder.
  static let experimentMarker = ".erm_experiment.json"
  /// Marks a variant's folder.
  static let variantMarker = ".erm_variant.json"
  /// Holds a run's record; a folder with it is a run.
  static let metadata = "erm_metadata.json"
  /// Holds a run's files.
  static let artifacts = "artifacts"

  /// Where runs are made before they are moved, with the trash and the index: no reader of the format looks there.
  static let workshop = ".assay"

  /// The folder of a run below the registry's.
  static func folder(of id: RunID) -> String {
    id.description
  }
}

/// What is read at most, so that a hostile registry cannot exhaust memory or time.
enum RegistryLimit {
  /// Bytes of one `erm_metadata.json`, with room for more than a million points; nothing longer is written either.
  static let metadataBytes = 128 << 20
  /// Bytes of a run's notes.
  static let notesBytes = 1 << 20
  /// Bytes of one artifact when it is copied into the registry.
  static let artifactBytes = 4 << 30
  /// Folders below one another.
  static let depth = 32
  /// Bytes of a record that is kept in the index.
  static let indexedRecordBytes = 1 << 16
  /// Folders and records from which on an index is worth its file.
  static let indexedLookups = 500
  /// Folders that are looked into to tell whether there is a registry.
  static let recognisedFolders = 200
  /// Runs of one second that get an id of their own.
  static let runsPerSecond = 9999
}
