-- The journal, version 4: what money is of, where nobody said it, may be corrected.

-- Whether money was taken for a payment's by its short code, amount and time, and no message has confirmed it.
ALTER TABLE mpesa_received ADD COLUMN IF NOT EXISTS is_guess SMALLINT DEFAULT 0 NOT NULL;

MERGE INTO mpesa_schema (version) KEY (version) VALUES (4);
