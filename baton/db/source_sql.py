"""The statements of `sources.py`, apart from what is done with them."""

SOURCE = """SELECT s.id, s.name, s.kind, s.added_by, s.created_at, s.updated_at,
        s.audience, s.rules, s.owner, s.review_on, s.checked_at,
        count(d.id)::int AS documents, coalesce(sum(d.passages), 0)::int AS passages,
        count(d.id) FILTER (WHERE d.audience_by = 'proposed')::int AS to_approve
    FROM sources s LEFT JOIN documents d ON d.tenant_id = s.tenant_id AND d.source_id = s.id
    WHERE s.tenant_id = $1"""

PASSAGE = """p.id, p.source_id, p.document_id, p.title, p.heading, p.anchor, p.question, p.text, p.start_at, p.end_at,
    p.language, p.url, p.version, p.position, p.about"""

AUDIENCE = "coalesce(d.audience, s.audience) AS audience"
ITS_DOCUMENT = """JOIN documents d ON d.tenant_id = p.tenant_id AND d.id = p.document_id
    JOIN sources s ON s.tenant_id = p.tenant_id AND s.id = p.source_id"""

RAISE_VERSION = """INSERT INTO knowledge (tenant_id, version) VALUES ($1, 1)
    ON CONFLICT (tenant_id) DO UPDATE SET version = knowledge.version + 1 RETURNING version"""

# Ingests of one tenant take turns, so that what is new is judged by what is there.
LOCK_VERSION = """INSERT INTO knowledge (tenant_id, version) VALUES ($1, 0)
    ON CONFLICT (tenant_id) DO UPDATE SET version = knowledge.version RETURNING version"""

KEEP_DOCUMENT = """INSERT INTO documents
        (tenant_id, id, source_id, name, title, url, media_type, bytes, digest, text, passages, changed,
         origin, sketch, audience, audience_by, audience_why)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
    ON CONFLICT (tenant_id, id) DO UPDATE SET name = excluded.name, title = excluded.title, url = excluded.url,
        media_type = excluded.media_type, bytes = excluded.bytes, digest = excluded.digest, text = excluded.text,
        passages = excluded.passages, changed = excluded.changed, version = documents.version + 1,
        origin = excluded.origin, sketch = excluded.sketch,
        (audience, audience_by, audience_why) = (SELECT m.audience, m.by, m.why FROM (VALUES
            (true, documents.audience, documents.audience_by, documents.audience_why),
            (false, excluded.audience, excluded.audience_by, excluded.audience_why)) AS m(was, audience, by, why)
            WHERE m.was = ((documents.audience_by = 'person' AND excluded.audience_by IS DISTINCT FROM 'document'
                AND NOT (excluded.audience_by IS NOT DISTINCT FROM 'proposed'
                    AND excluded.audience_why <> documents.audience_why)) IS TRUE))"""
"""What a person said of a document outlasts its next version, unless that version says otherwise of itself, or reads
like an internal procedure in words that the person has not seen."""

KEEP_SOURCE = """INSERT INTO sources (tenant_id, id, name, kind, added_by, created_at, updated_at, audience, rules,
        owner, review_on, checked_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
    ON CONFLICT (tenant_id, id) DO UPDATE SET updated_at = excluded.updated_at, name = excluded.name,
        audience = excluded.audience, rules = excluded.rules, owner = excluded.owner, review_on = excluded.review_on,
        checked_at = excluded.checked_at"""

KEEP_PASSAGE = """INSERT INTO passages (tenant_id, id, document_id, source_id, position, title, heading, anchor,
        question, text, start_at, end_at, language, url, version, about)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)"""

IN_PLACE = f"""SELECT {PASSAGE}, {AUDIENCE}, p.position - found.position AS place FROM passages found
    JOIN passages p ON p.tenant_id = found.tenant_id AND p.document_id = found.document_id
        AND p.position BETWEEN found.position - 1 AND found.position + 1
    {ITS_DOCUMENT}
    WHERE found.tenant_id = $1 AND found.id = $2"""  # noqa: S608 - constants

# A document that is gone has no audience any more; the one that it had last still holds for what it said before.
IN_THE_PAST = f"""SELECT {PASSAGE}, coalesce(d.audience, s.audience) AS audience_now, p.audience,
        (SELECT last.audience FROM past_passages last WHERE d.id IS NULL AND last.tenant_id = found.tenant_id
            AND last.document_id = found.document_id ORDER BY last.version DESC LIMIT 1) AS audience_last,
        d.version AS current_version, p.position - found.position AS place FROM past_passages found
    JOIN past_passages p ON p.tenant_id = found.tenant_id AND p.document_id = found.document_id
        AND p.version = found.version AND p.position BETWEEN found.position - 1 AND found.position + 1
    JOIN sources s ON s.tenant_id = p.tenant_id AND s.id = p.source_id
    LEFT JOIN documents d ON d.tenant_id = p.tenant_id AND d.id = p.document_id
    WHERE found.tenant_id = $1 AND found.id = $2 AND found.version = $3"""  # noqa: S608 - constants

KEEP_PAST = f"""INSERT INTO past_passages (tenant_id, id, source_id, document_id, title, heading, anchor, question,
        text, start_at, end_at, language, url, version, position, about, audience)
    SELECT p.tenant_id, {PASSAGE}, {AUDIENCE} FROM passages p {ITS_DOCUMENT}
    WHERE p.tenant_id = $1 AND p.document_id = ANY($2) ON CONFLICT DO NOTHING"""  # noqa: S608 - constants

CHANGED = f"""SELECT {PASSAGE}, {AUDIENCE} FROM passages p {ITS_DOCUMENT}
    WHERE p.tenant_id = $1 AND d.changed > $2 ORDER BY p.document_id, p.position"""  # noqa: S608 - constants

RETIRE = """WITH gone AS (
        DELETE FROM documents WHERE tenant_id = $1 AND source_id = $2 AND id = ANY($3) RETURNING tenant_id, id)
    INSERT INTO gone_documents (tenant_id, id, changed) SELECT tenant_id, id, $4 FROM gone
    ON CONFLICT (tenant_id, id) DO UPDATE SET changed = excluded.changed RETURNING id"""

CLEAR_PASSAGES = "DELETE FROM passages WHERE tenant_id = $1 AND document_id = ANY($2)"

CALL_BACK = "DELETE FROM gone_documents WHERE tenant_id = $1 AND id = ANY($2)"
