-- Replies that are sent later: what an operator wrote, when it is to be said, and under which version it was written.

CREATE TABLE scheduled_replies (
    tenant_id       text    NOT NULL,
    id              text    NOT NULL,
    conversation_id text    NOT NULL,
    author_id       text    NOT NULL,
    author_name     text,
    text            text    NOT NULL,
    extras          jsonb,
    written_at      timestamptz NOT NULL,
    due_at          timestamptz NOT NULL,
    under           int     NOT NULL,
    seq             int     NOT NULL,
    even_if_written boolean NOT NULL DEFAULT false,
    state           text    NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'held_back', 'sent')),
    told            jsonb,
    ended_at        timestamptz,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, author_id) REFERENCES operators ON DELETE CASCADE,
    CONSTRAINT what_is_over_has_an_end CHECK ((state = 'waiting') = (ended_at IS NULL)),
    CONSTRAINT what_was_held_back_says_why CHECK ((state = 'held_back') = (told IS NOT NULL))
);
COMMENT ON TABLE scheduled_replies IS 'One waits in a conversation at a time. Its id becomes the message''s when it is sent, in the same transaction.';
COMMENT ON COLUMN scheduled_replies.under IS 'The version it was written under: the fence of the statement that sends it.';
COMMENT ON COLUMN scheduled_replies.seq IS 'The end of the log when it was written. A customer''s message beyond it holds it back, unless even_if_written.';
COMMENT ON COLUMN scheduled_replies.told IS 'Why it was not sent, for its author and for whoever holds the conversation.';
CREATE UNIQUE INDEX one_reply_waits ON scheduled_replies (tenant_id, conversation_id) WHERE state = 'waiting';
CREATE INDEX scheduled_replies_due ON scheduled_replies (due_at) WHERE state = 'waiting';
CREATE INDEX scheduled_replies_of_conversation ON scheduled_replies (tenant_id, conversation_id, id);
CREATE INDEX scheduled_replies_of_author ON scheduled_replies (tenant_id, author_id, id) WHERE state <> 'sent';

ALTER TABLE conversations
    ADD COLUMN scheduled_for   timestamptz,
    ADD COLUMN scheduled_seq   int,
    ADD COLUMN scheduled_under int,
    ADD CONSTRAINT a_scheduled_reply_has_a_fence CHECK ((scheduled_seq IS NULL) = (scheduled_under IS NULL)),
    ADD CONSTRAINT a_scheduled_reply_is_fenced CHECK (scheduled_for IS NULL OR scheduled_under IS NOT NULL);
COMMENT ON COLUMN conversations.scheduled_under IS
    'The version and (scheduled_seq) the end of the log of the last scheduled reply, also once it was sent: while both '
    'hold, the customer owes the next word, and its author may be gone without losing the conversation.';

ALTER TABLE scheduled_replies ENABLE ROW LEVEL SECURITY;
ALTER TABLE scheduled_replies FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON scheduled_replies USING (tenant_id = current_setting('baton.tenant', true))
    WITH CHECK (tenant_id = current_setting('baton.tenant', true));
CREATE POLICY sweeps_look_everywhere ON scheduled_replies FOR SELECT
    USING (current_setting('baton.scope', true) = 'every_tenant');
