-- Letters enclose files: whose bytes stay where they are, and are read when the letter goes out.
ALTER TABLE deliveries ADD COLUMN files text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN deliveries.files IS 'The attachments that the letter encloses, by their ids.';
