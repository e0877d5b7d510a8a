-- What customers thought of it. A rating is an event of its conversation; the last one after an end counts.

CREATE INDEX surveys ON events (tenant_id, at) WHERE kind = 'conversation_rated';
