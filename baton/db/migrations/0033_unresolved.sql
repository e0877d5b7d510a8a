-- What is not resolved, found without a walk through everything that is: for the counts beside the inbox's lists and the
-- list of what the bot has. Its columns change with a move or once in ten minutes, never with each message, so that a
-- message goes on rewriting the row in its page and no index (see the comment on updated_in).
CREATE INDEX unresolved ON conversations (tenant_id, state, updated_in DESC) WHERE state <> 'resolved';
