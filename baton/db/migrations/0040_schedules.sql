-- Websites are read again by themselves, and what changed in a reading is kept with it.

ALTER TABLE websites ADD COLUMN schedule text NOT NULL DEFAULT 'weekly' CHECK (schedule IN ('never', 'daily', 'weekly'));
ALTER TABLE websites ADD COLUMN next_at timestamptz;
ALTER TABLE websites ADD COLUMN read_at timestamptz;
ALTER TABLE websites ADD COLUMN failures int NOT NULL DEFAULT 0 CHECK (failures >= 0);
ALTER TABLE websites ADD COLUMN by_itself boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN websites.next_at IS 'From when on it is read again by itself; none for never.';
COMMENT ON COLUMN websites.read_at IS 'When it was read to its end last.';
COMMENT ON COLUMN websites.failures IS 'How many readings in a row have failed.';
COMMENT ON COLUMN websites.by_itself IS 'Whether its schedule began the last reading, and not a person.';

-- Not all of them in the same hour after an update.
UPDATE websites SET read_at = CASE WHEN state = 'done' THEN finished_at END,
    failures = (state = 'failed')::int, next_at = now() + random() * interval '7 days';
CREATE INDEX websites_by_schedule ON websites (next_at) WHERE next_at IS NOT NULL;

ALTER TABLE web_pages DROP CONSTRAINT web_pages_state_check;
ALTER TABLE web_pages ADD CONSTRAINT web_pages_state_check
    CHECK (state IN ('found', 'read', 'unchanged', 'skipped', 'elsewhere', 'missing', 'gone'));
ALTER TABLE web_pages ADD COLUMN change text CHECK (change IN ('added', 'changed', 'gone'));
COMMENT ON COLUMN web_pages.change IS 'What its last reading changed of it in the sources, if anything.';
