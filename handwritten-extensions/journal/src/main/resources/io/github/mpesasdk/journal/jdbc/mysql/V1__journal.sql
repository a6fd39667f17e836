-- The journal, version 1. Times are epoch milliseconds by the clock of the database. "Sealed" is encrypted by the SDK.

CREATE TABLE mpesa_schema (
    version INTEGER NOT NULL PRIMARY KEY
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Keys of the journal itself, sealed.
CREATE TABLE mpesa_secret (
    name VARCHAR(40) NOT NULL PRIMARY KEY,
    sealed TEXT NOT NULL
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE mpesa_payment (
    owner VARCHAR(120) NOT NULL,
    payment_key VARCHAR(64) NOT NULL,
    operation VARCHAR(64) NOT NULL,
    -- Digests of the reference, as it was sent and as it was accepted. An id can pay once.
    first_name VARCHAR(64) NOT NULL,
    current_name VARCHAR(64) NOT NULL,
    -- Sealed.
    reference TEXT NOT NULL,
    order_key TEXT,
    -- Digest of the next four columns; account and label are digests themselves.
    traits VARCHAR(64) NOT NULL,
    amount VARCHAR(40),
    account VARCHAR(64),
    label VARCHAR(64),
    receiver VARCHAR(40),
    -- JSON, sealed.
    repeats TEXT NOT NULL,
    -- PREPARED, SENT, ACCEPTED, NEEDS_PERSON, PAID or FAILED.
    state VARCHAR(16) NOT NULL,
    code_value VARCHAR(64),
    code_kind VARCHAR(16),
    code_final SMALLINT,
    code_meaning TEXT,
    code_advice TEXT,
    code_evidence VARCHAR(16),
    receipt VARCHAR(190),
    -- The gateway's own words, and why it is so, both sealed.
    words TEXT,
    why TEXT,
    -- Whether listeners hear of what settled it.
    is_to_be_told SMALLINT,
    prepared_at BIGINT NOT NULL,
    sent_at BIGINT,
    accepted_at BIGINT,
    -- When a message about it arrived first.
    heard_at BIGINT,
    settled_at BIGINT,
    -- When somebody has to ask next; null if nobody has to.
    next_at BIGINT,
    questions INTEGER NOT NULL,
    PRIMARY KEY (owner, payment_key)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE INDEX mpesa_payment_due ON mpesa_payment (owner, next_at);
CREATE INDEX mpesa_payment_name ON mpesa_payment (owner, current_name);
CREATE UNIQUE INDEX mpesa_payment_first_name ON mpesa_payment (owner, first_name);
CREATE INDEX mpesa_payment_traits ON mpesa_payment (owner, traits, prepared_at);
CREATE INDEX mpesa_payment_receiver ON mpesa_payment (owner, receiver, amount, prepared_at);

-- What was heard of a payment, each message once.
CREATE TABLE mpesa_event (
    owner VARCHAR(120) NOT NULL,
    payment_key VARCHAR(64) NOT NULL,
    kind VARCHAR(20) NOT NULL,
    digest VARCHAR(64) NOT NULL,
    code VARCHAR(64),
    heard_at BIGINT NOT NULL,
    PRIMARY KEY (owner, payment_key, kind, digest)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Every receipt that is known, each once: of money that came unasked, and of payments (source PAYMENT).
CREATE TABLE mpesa_received (
    owner VARCHAR(120) NOT NULL,
    receipt VARCHAR(190) NOT NULL,
    source VARCHAR(16) NOT NULL,
    amount VARCHAR(40),
    short_code VARCHAR(40),
    -- What the customer named, sealed.
    label TEXT,
    paid_at BIGINT,
    heard_at BIGINT NOT NULL,
    PRIMARY KEY (owner, receipt)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What listeners have to hear. The subject is the key of a payment, or a receipt for the kind MONEY.
CREATE TABLE mpesa_notice (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    owner VARCHAR(120) NOT NULL,
    kind VARCHAR(16) NOT NULL,
    subject VARCHAR(190) NOT NULL,
    is_repetition SMALLINT NOT NULL,
    attempts INTEGER NOT NULL,
    -- When it may be taken; null once it was told.
    next_at BIGINT,
    told_at BIGINT,
    CONSTRAINT mpesa_notice_once UNIQUE (owner, kind, subject)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE INDEX mpesa_notice_due ON mpesa_notice (owner, kind, next_at);

-- What one machine does for all.
CREATE TABLE mpesa_task (
    owner VARCHAR(120) NOT NULL,
    task VARCHAR(60) NOT NULL,
    next_at BIGINT NOT NULL,
    done_until BIGINT NOT NULL,
    PRIMARY KEY (owner, task)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE mpesa_token (
    token_key VARCHAR(64) NOT NULL PRIMARY KEY,
    digest VARCHAR(64) NOT NULL,
    -- Sealed.
    token TEXT NOT NULL,
    expires_at BIGINT NOT NULL
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

INSERT INTO mpesa_schema (version) VALUES (1);
