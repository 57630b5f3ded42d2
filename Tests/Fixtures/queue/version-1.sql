-- A queue of version 1 in PostgreSQL, by pg_dump --schema=assay --inserts --no-owner --no-privileges.
SELECT pg_catalog.set_config('search_path', '', false);
CREATE SCHEMA assay;
CREATE TABLE assay.experiments (
    number bigint NOT NULL,
    name bytea NOT NULL,
    status text NOT NULL,
    settings bytea,
    version bigint NOT NULL,
    proposed bigint NOT NULL,
    created bigint NOT NULL
)
WITH (fillfactor='50');
ALTER TABLE assay.experiments ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME assay.experiments_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE assay.failures (
    job bigint NOT NULL,
    attempt bigint NOT NULL,
    worker bytea,
    "timestamp" bigint NOT NULL,
    error bytea
);
CREATE TABLE assay.jobs (
    number bigint NOT NULL,
    experiment bigint NOT NULL,
    status text NOT NULL,
    version bigint NOT NULL,
    attempts bigint NOT NULL,
    excused bigint NOT NULL,
    retries bigint NOT NULL,
    worker bytea,
    created bigint NOT NULL,
    started bigint,
    ended bigint,
    lease_ends bigint,
    hyperparameters bytea NOT NULL,
    results bytea NOT NULL
);
CREATE TABLE assay.version (
    application bigint NOT NULL,
    version bigint NOT NULL,
    jobs bigint NOT NULL
)
WITH (fillfactor='10');
CREATE TABLE assay.words (
    client bigint NOT NULL,
    number bigint NOT NULL,
    said bigint NOT NULL
)
WITH (fillfactor='20');
INSERT INTO assay.experiments OVERRIDING SYSTEM VALUE VALUES (1, '\x6f6c64', 'RUNNING', '\x7b226578706572696d656e74223a226f6c64222c2276617269616e74223a226d61696e222c22636f6d6d616e64223a5b227368222c222d63222c226966205b205c2224315c22203d2030303032205d3b207468656e206578697420333b2066693b206563686f205c222d2d2d20524553554c5453202d2d2d5c223b206563686f205c227b5c5c5c22795c5c5c223a20302e24317d5c223b206563686f205c222d2d2d20454e4420524553554c5453202d2d2d5c22222c227368222c22256a225d2c22666f6c646572223a222f746d702f7062742d666978222c22706172616d6574657273223a7b2278223a7b2263686f696365223a7b2276616c756573223a5b312c325d7d7d7d2c227374726174656779223a2267726964222c2273656564223a312c226d6574726963223a2279222c22646972656374696f6e223a226d6178696d697a65222c22776f726b657273223a312c2272657472696573223a302c226c65617365223a36302e302c227265676973747279223a222f746d702f7062742d6669782f7265676973747279222c226a6f6273223a5b5d2c22656e7669726f6e6d656e74223a7b7d2c2274616773223a7b7d2c22616c6c6f775f656d7074795f726573756c7473223a66616c73657d', 4, 2, 1795705839870209);
INSERT INTO assay.failures VALUES (2, 1, '\x363936372d31', 1795705839975715, '\x5468652070726f6772616d20656e6465642077697468206578697420636f646520332e');
INSERT INTO assay.jobs VALUES (1, 1, 'DONE', 3, 1, 0, 0, '\x363936372d31', 1795705839880792, 1795705839880792, 1795705839923767, NULL, '\x7b2278223a317d', '\x7b2279223a302e303030317d');
INSERT INTO assay.jobs VALUES (2, 1, 'CRASHED', 3, 1, 0, 0, '\x363936372d31', 1795705839931618, 1795705839931618, 1795705839975715, NULL, '\x7b2278223a327d', '\x7b7d');
INSERT INTO assay.jobs VALUES (3, 1, 'QUEUED', 1, 0, 0, 0, NULL, 1795705840030387, NULL, NULL, NULL, '\x7b2278223a327d', '\x7b7d');
INSERT INTO assay.version VALUES (1098074705, 1, 3);
SELECT pg_catalog.setval('assay.experiments_number_seq', 1, true);
ALTER TABLE ONLY assay.experiments
    ADD CONSTRAINT experiments_name_key UNIQUE (name);
ALTER TABLE ONLY assay.experiments
    ADD CONSTRAINT experiments_pkey PRIMARY KEY (number);
ALTER TABLE ONLY assay.failures
    ADD CONSTRAINT failures_pkey PRIMARY KEY (job, attempt);
ALTER TABLE ONLY assay.jobs
    ADD CONSTRAINT jobs_pkey PRIMARY KEY (number);
ALTER TABLE ONLY assay.version
    ADD CONSTRAINT version_pkey PRIMARY KEY (application);
ALTER TABLE ONLY assay.words
    ADD CONSTRAINT words_pkey PRIMARY KEY (client);
CREATE INDEX jobs_by_lease ON assay.jobs USING btree (experiment, lease_ends) WHERE (lease_ends IS NOT NULL);
CREATE INDEX jobs_by_status ON assay.jobs USING btree (experiment, status, number);
ALTER TABLE ONLY assay.failures
    ADD CONSTRAINT failures_job_fkey FOREIGN KEY (job) REFERENCES assay.jobs(number) ON DELETE CASCADE;
ALTER TABLE ONLY assay.jobs
    ADD CONSTRAINT jobs_experiment_fkey FOREIGN KEY (experiment) REFERENCES assay.experiments(number) ON DELETE CASCADE;
