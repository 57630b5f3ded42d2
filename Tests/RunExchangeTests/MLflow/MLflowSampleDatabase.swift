import GRDB
import TestSupport

/// Small databases with the tables of MLflow, written for tests.
enum MLflowSampleDatabase {
  /// The tables as older versions had them: without `deleted_time`, data sets and the latest metrics.
  static let schema = """
    CREATE TABLE experiments (experiment_id INTEGER PRIMARY KEY, name TEXT, artifact_location TEXT, lifecycle_stage TEXT);
    CREATE TABLE runs (run_uuid TEXT PRIMARY KEY, name TEXT, status TEXT, start_time BIGINT, end_time BIGINT,
      lifecycle_stage TEXT, artifact_uri TEXT, experiment_id INTEGER, user_id TEXT);
    CREATE TABLE metrics (key TEXT, value FLOAT, timestamp BIGINT, run_uuid TEXT);
    CREATE TABLE params (key TEXT, value TEXT, run_uuid TEXT);
    CREATE TABLE tags (key TEXT, value TEXT, run_uuid TEXT);
    """

  /// Two runs of one experiment.
  static let content = """
    INSERT INTO experiments VALUES (0, 'Default', '', 'active'), (1, 'digits', '', 'active');
    INSERT INTO runs VALUES ('aa', 'first', 'FINISHED', 1000, 3500, 'active', 'file:///etc', 1, 'user'),
      ('bb', 'second', 'KILLED', 2000, NULL, 'active', '', 1, 'user');
    INSERT INTO metrics VALUES ('loss', 0.5, 1500, 'aa'), ('loss', 0.25, 1600, 'aa'), ('loss', 0.125, 1700, 'bb');
    INSERT INTO params VALUES ('depth', '3', 'aa'), ('depth', '4', 'bb');
    INSERT INTO tags VALUES ('mlflow.note.content', '# Fine', 'aa'), ('mlflow.parentRunId', 'aa', 'bb');
    """

  /// Makes a database at `path` and runs `statements` in it; returns the connection, which keeps a log open.
  @discardableResult
  static func make(at path: String, _ statements: String...) throws -> DatabaseQueue {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { database in
      for sql in statements { try database.execute(sql: sql) }
    }
    return queue
  }
}
