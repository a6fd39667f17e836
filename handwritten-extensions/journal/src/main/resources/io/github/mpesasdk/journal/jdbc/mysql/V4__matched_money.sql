-- The journal, version 4: which money is that of a push, where no message said it, may be corrected.

-- The receipt of the money that looks like that of this payment. What was matched before stands in the column receipt.
ALTER TABLE mpesa_payment ADD COLUMN matched_receipt VARCHAR(190);

INSERT INTO mpesa_schema (version) VALUES (4);
