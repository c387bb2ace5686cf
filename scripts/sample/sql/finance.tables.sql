CREATE TABLE finance.accounts (
    account_code    char(6)        NOT NULL,
    name            nvarchar(80)   NOT NULL,
    kind            varchar(10)    NOT NULL,
    CONSTRAINT pk_accounts PRIMARY KEY (account_code)
);
GO
CREATE TABLE finance.periods (
    period_id       int            NOT NULL,
    starts_on       date           NOT NULL,
    ends_on         date           NOT NULL,
    closed_at       datetime2(0)   NULL,
    CONSTRAINT pk_periods PRIMARY KEY (period_id)
);
GO
CREATE TABLE finance.tax_rates (
    tax_code        char(1)        NOT NULL,
    valid_from      date           NOT NULL,
    rate_percent    decimal(5, 2)  NOT NULL,
    CONSTRAINT pk_tax_rates PRIMARY KEY (tax_code, valid_from)
);
GO
CREATE TABLE finance.exchange_rates (
    currency_code   char(3)        NOT NULL,
    rate_date       date           NOT NULL,
    units_per_euro  decimal(14, 6) NOT NULL,
    CONSTRAINT pk_exchange_rates PRIMARY KEY (currency_code, rate_date)
);
GO
CREATE TABLE finance.ledger_entries (
    entry_id        bigint         NOT NULL IDENTITY(1, 1),
    period_id       int            NOT NULL REFERENCES finance.periods (period_id),
    account_code    char(6)        NOT NULL REFERENCES finance.accounts (account_code),
    booked_on       date           NOT NULL,
    amount          decimal(14, 2) NOT NULL,
    origin          varchar(20)    NOT NULL,
    reference       varchar(40)    NOT NULL,
    CONSTRAINT pk_ledger_entries PRIMARY KEY (entry_id)
);
GO
CREATE TABLE finance.supplier_invoices (
    invoice_id      int            NOT NULL IDENTITY(1, 1),
    supplier_id     int            NOT NULL,
    invoice_number  varchar(30)    NOT NULL,
    invoice_date    date           NOT NULL,
    purchase_order_id int          NULL,
    currency_code   char(3)        NOT NULL,
    paid_on         date           NULL,
    CONSTRAINT pk_supplier_invoices PRIMARY KEY (invoice_id)
);
GO
CREATE TABLE finance.supplier_invoice_lines (
    invoice_id      int            NOT NULL REFERENCES finance.supplier_invoices (invoice_id),
    line_number     smallint       NOT NULL,
    product_id      int            NOT NULL,
    quantity        decimal(12, 3) NOT NULL,
    line_amount     decimal(12, 2) NOT NULL,
    CONSTRAINT pk_supplier_invoice_lines PRIMARY KEY (invoice_id, line_number)
);
GO
