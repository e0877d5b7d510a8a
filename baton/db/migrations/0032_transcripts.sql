-- Transcripts by e-mail: how many went to an address lately is asked before another one does.

CREATE INDEX transcripts_sent ON deliveries (tenant_id, lower(recipient), created_at) WHERE kind = 'transcript';
