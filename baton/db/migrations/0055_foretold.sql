-- What a replay on the past foretold of a policy, kept with the version that it was put in force as.
ALTER TABLE policies ADD COLUMN foretold jsonb;
