#if PostgreSQL
  extension PostgreSQLSchema {
    /// A statement for what a schema holds, a line for each relation, column, constraint, trigger, rule, policy and
    /// function, by its bytes; the parameter is the schema's name.
    static let contentsStatement = """
      SELECT line FROM (
        SELECT 'relation ' || c.relkind::text || ' ' || c.relname::text AS line FROM pg_class c
          JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1::text
        UNION ALL
        SELECT 'column ' || c.relname::text || '.' || a.attname::text || ' ' || a.atttypid::regtype::text ||
          CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END ||
          CASE WHEN a.attgenerated <> '' OR a.atthasdef THEN ' DEFAULT' ELSE '' END
        FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
          JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = $1::text AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND a.attnum > 0 AND NOT a.attisdropped
        UNION ALL
        SELECT 'constraint ' || k.contype::text || ' ' || k.conname::text FROM pg_constraint k
          JOIN pg_namespace n ON n.oid = k.connamespace WHERE n.nspname = $1::text AND k.contype <> 'n'
        UNION ALL
        SELECT 'trigger ' || t.tgname::text FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
          JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1::text AND NOT t.tgisinternal
        UNION ALL
        SELECT 'rule ' || r.rulename::text FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class
          JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1::text
        UNION ALL
        SELECT 'policy ' || p.polname::text FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
          JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1::text
        UNION ALL
        SELECT 'function ' || f.proname::text FROM pg_proc f JOIN pg_namespace n ON n.oid = f.pronamespace
          WHERE n.nspname = $1::text
      ) AS lines ORDER BY line COLLATE "C" LIMIT 200
      """

    /// The lines that say that a schema may be a queue's.
    static let mark = [
      "column version.application bigint NOT NULL", "column version.version bigint NOT NULL",
      "relation r version",
    ]

    /// The lines of ``contentsStatement`` for a queue of `version`.
    static func contents(version: Int) -> [String] { additions.prefix(version).flatMap(\.self).sorted() }

    /// What each step adds to the lines.
    private static let additions = [first, ["column jobs.lineage bytea"]]

    private static let first: [String] = """
      column experiments.created bigint NOT NULL
      column experiments.name bytea NOT NULL
      column experiments.number bigint NOT NULL
      column experiments.proposed bigint NOT NULL
      column experiments.settings bytea
      column experiments.status text NOT NULL
      column experiments.version bigint NOT NULL
      column failures.attempt bigint NOT NULL
      column failures.error bytea
      column failures.job bigint NOT NULL
      column failures.timestamp bigint NOT NULL
      column failures.worker bytea
      column jobs.attempts bigint NOT NULL
      column jobs.created bigint NOT NULL
      column jobs.ended bigint
      column jobs.excused bigint NOT NULL
      column jobs.experiment bigint NOT NULL
      column jobs.hyperparameters bytea NOT NULL
      column jobs.lease_ends bigint
      column jobs.number bigint NOT NULL
      column jobs.results bytea NOT NULL
      column jobs.retries bigint NOT NULL
      column jobs.started bigint
      column jobs.status text NOT NULL
      column jobs.version bigint NOT NULL
      column jobs.worker bytea
      column version.application bigint NOT NULL
      column version.jobs bigint NOT NULL
      column version.version bigint NOT NULL
      column words.client bigint NOT NULL
      column words.number bigint NOT NULL
      column words.said bigint NOT NULL
      constraint f failures_job_fkey
      constraint f jobs_experiment_fkey
      constraint p experiments_pkey
      constraint p failures_pkey
      constraint p jobs_pkey
      constraint p version_pkey
      constraint p words_pkey
      constraint u experiments_name_key
      relation S experiments_number_seq
      relation i experiments_name_key
      relation i experiments_pkey
      relation i failures_pkey
      relation i jobs_by_lease
      relation i jobs_by_status
      relation i jobs_pkey
      relation i version_pkey
      relation i words_pkey
      relation r experiments
      relation r failures
      relation r jobs
      relation r version
      relation r words
      """.split(separator: "\n").map(String.init)
  }
#endif
