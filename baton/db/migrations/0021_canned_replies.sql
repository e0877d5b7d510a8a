-- Texts that the team writes once and sends often, each behind a shortcut.

CREATE TABLE canned_replies (
    tenant_id  text NOT NULL REFERENCES tenants ON DELETE CASCADE,
    shortcut   text NOT NULL CHECK (shortcut <> '' AND shortcut = lower(shortcut)),
    text       text NOT NULL,
    updated_by text,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, shortcut)
);

ALTER TABLE canned_replies ENABLE ROW LEVEL SECURITY;
ALTER TABLE canned_replies FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON canned_replies USING (tenant_id = current_setting('baton.tenant', true))
    WITH CHECK (tenant_id = current_setting('baton.tenant', true));
