-- Which of its identity keys a tenant's server vouches with. The keys themselves are derived, and kept nowhere.

ALTER TABLE tenants ADD COLUMN identity_version integer NOT NULL DEFAULT 0 CHECK (identity_version >= 0);
COMMENT ON COLUMN tenants.identity_version IS '0 until the first key was made; raised by each new one.';
