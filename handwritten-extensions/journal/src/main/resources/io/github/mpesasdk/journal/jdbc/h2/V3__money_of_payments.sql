-- The journal, version 3: the money of a push is found by short code, amount and time.

-- The amount without needless zeros, as mpesa_payment has it.
ALTER TABLE mpesa_received ADD COLUMN IF NOT EXISTS plain_amount VARCHAR(40);

UPDATE mpesa_received SET plain_amount = CASE WHEN amount LIKE '%.00' THEN REPLACE(amount, '.00', '') ELSE amount END;

CREATE INDEX IF NOT EXISTS mpesa_received_money ON mpesa_received (owner, short_code, plain_amount, paid_at);

MERGE INTO mpesa_schema (version) KEY (version) VALUES (3);
