-- Where an entry says that questions like its own belong: a queue or a topic of the policy.

ALTER TABLE passages ADD COLUMN about text;
ALTER TABLE past_passages ADD COLUMN about text;
COMMENT ON COLUMN passages.about IS 'The queue or topic of the policy that the entry names; null where it names none.';
