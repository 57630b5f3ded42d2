-- The textbook queue in PostgreSQL as a script of pgbench: claims a job and finishes it, in two transactions as Assay
-- does; no leases, retries, versions.
BEGIN;
SELECT number FROM jobs WHERE status = 'QUEUED' ORDER BY number LIMIT 1 FOR UPDATE SKIP LOCKED \gset
UPDATE jobs SET status = 'RUNNING', worker = 'w', started = now() WHERE number = :number;
COMMIT;
UPDATE jobs SET status = 'DONE', y = '{"square": 1}' WHERE number = :number;
