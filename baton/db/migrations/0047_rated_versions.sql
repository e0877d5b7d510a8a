-- Which version of a packet was before the operator who rated it; null where nobody said, as before this migration.

ALTER TABLE packet_ratings ADD COLUMN version int,
    ADD CONSTRAINT a_packet_has_two_versions CHECK (version IN (1, 2));
