-- The default policy changes with Baton; decisions that were taken under it are taken again under the text of their day.
CREATE TABLE default_policies (
    since   timestamptz PRIMARY KEY,
    digest  text        NOT NULL,
    source  text        NOT NULL
);
COMMENT ON TABLE default_policies IS 'The default policy of the install, each text from the start of the first node that brought it.';
