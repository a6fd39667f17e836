-- The journal, version 2: a receipt knows its payment, and old rows are found without reading all.

ALTER TABLE mpesa_received ADD COLUMN IF NOT EXISTS payment_key VARCHAR(64);

UPDATE mpesa_received SET payment_key = (
    SELECT MIN(p.payment_key) FROM mpesa_payment p
    WHERE p.owner = mpesa_received.owner AND p.receipt = mpesa_received.receipt AND p.state = 'PAID');

CREATE INDEX IF NOT EXISTS mpesa_payment_settled ON mpesa_payment (settled_at);
CREATE INDEX IF NOT EXISTS mpesa_event_heard ON mpesa_event (heard_at);
CREATE INDEX IF NOT EXISTS mpesa_received_heard ON mpesa_received (heard_at);
CREATE INDEX IF NOT EXISTS mpesa_notice_told ON mpesa_notice (told_at);
CREATE INDEX IF NOT EXISTS mpesa_token_expired ON mpesa_token (expires_at);

MERGE INTO mpesa_schema (version) KEY (version) VALUES (2);
