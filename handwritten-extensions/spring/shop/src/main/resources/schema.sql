CREATE TABLE IF NOT EXISTS orders (
    id      VARCHAR(16) PRIMARY KEY,
    item    VARCHAR(80) NOT NULL,
    amount  INT         NOT NULL,
    phone   VARCHAR(20) NOT NULL,
    state   VARCHAR(10) NOT NULL,
    receipt VARCHAR(20),
    refund  VARCHAR(20),
    note    VARCHAR(400)
);
