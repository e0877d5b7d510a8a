-- Who asked for a sign-in link by e-mail in the last hour, so that nobody is flooded and nobody tries address after address.

CREATE TABLE sign_in_requests (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    address bytea NOT NULL,
    source  bytea NOT NULL,
    at      timestamptz NOT NULL
);
COMMENT ON TABLE sign_in_requests IS
    'Kept for an hour, whether the address is known or not. Address and source are digests under the key of the install.';
CREATE INDEX sign_in_requests_by_address ON sign_in_requests (address, at);
CREATE INDEX sign_in_requests_by_source ON sign_in_requests (source, at);
