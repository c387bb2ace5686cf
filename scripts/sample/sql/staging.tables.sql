CREATE TABLE staging.load_batches (
    batch_id        int            NOT NULL IDENTITY(1, 1),
    feed            varchar(30)    NOT NULL,
    file_name       nvarchar(260)  NOT NULL,
    received_at     datetime2(0)   NOT NULL,
    finished_at     datetime2(0)   NULL,
    row_count       int            NULL,
    CONSTRAINT pk_load_batches PRIMARY KEY (batch_id)
);
GO
CREATE TABLE staging.load_errors (
    load_error_id   int            NOT NULL IDENTITY(1, 1),
    batch_id        int            NOT NULL,
    line_number     int            NULL,
    message         nvarchar(400)  NOT NULL,
    raw_line        nvarchar(max)  NULL,
    CONSTRAINT pk_load_errors PRIMARY KEY (load_error_id)
);
GO
CREATE TABLE staging.pos_receipts (
    batch_id        int            NOT NULL,
    store_code      char(4)        NOT NULL,
    till_number     smallint       NOT NULL,
    receipt_number  int            NOT NULL,
    sold_at         datetime2(0)   NOT NULL,
    loyalty_card    varchar(16)    NULL,
    payment_type    varchar(10)    NOT NULL,
    amount_paid     varchar(20)    NOT NULL
);
GO
CREATE TABLE staging.pos_receipt_lines (
    batch_id        int            NOT NULL,
    store_code      char(4)        NOT NULL,
    receipt_number  int            NOT NULL,
    line_number     smallint       NOT NULL,
    barcode         varchar(14)    NOT NULL,
    quantity        decimal(9, 3)  NOT NULL,
    unit_price      varchar(20)    NOT NULL,
    promotion_code  varchar(12)    NULL
);
GO
CREATE TABLE staging.web_orders (
    batch_id        int            NOT NULL,
    web_order_id    uniqueidentifier NOT NULL,
    ordered_at      datetimeoffset(0) NOT NULL,
    email           nvarchar(254)  NOT NULL,
    ship_to_name    nvarchar(120)  NOT NULL,
    ship_to_street  nvarchar(160)  NOT NULL,
    ship_to_city    nvarchar(80)   NOT NULL,
    ship_to_postcode varchar(12)   NOT NULL,
    ship_to_country char(2)        NOT NULL,
    currency_code   char(3)        NOT NULL,
    paid_amount     decimal(12, 2) NOT NULL
);
GO
CREATE TABLE staging.web_order_lines (
    batch_id        int            NOT NULL,
    web_order_id    uniqueidentifier NOT NULL,
    line_number     smallint       NOT NULL,
    product_code    varchar(20)    NOT NULL,
    quantity        int            NOT NULL,
    unit_price      decimal(12, 2) NOT NULL,
    promotion_code  varchar(12)    NULL
);
GO
CREATE TABLE staging.customer_feed (
    batch_id        int            NOT NULL,
    email           nvarchar(254)  NOT NULL,
    full_name       nvarchar(120)  NOT NULL,
    phone           varchar(30)    NULL,
    loyalty_card    varchar(16)    NULL,
    accepts_mail    char(1)        NOT NULL,
    registered_on   date           NULL
);
GO
CREATE TABLE staging.product_feed (
    batch_id        int            NOT NULL,
    product_code    varchar(20)    NOT NULL,
    barcode         varchar(14)    NULL,
    title           nvarchar(160)  NOT NULL,
    category_path   nvarchar(200)  NOT NULL,
    supplier_code   varchar(10)    NOT NULL,
    list_price      varchar(20)    NOT NULL,
    is_discontinued char(1)        NOT NULL
);
GO
CREATE TABLE staging.supplier_feed (
    batch_id        int            NOT NULL,
    supplier_code   varchar(10)    NOT NULL,
    name            nvarchar(120)  NOT NULL,
    country_code    char(2)        NOT NULL,
    lead_time_days  varchar(6)     NULL,
    currency_code   char(3)        NOT NULL
);
GO
CREATE TABLE staging.stock_counts (
    batch_id        int            NOT NULL,
    warehouse_code  char(3)        NOT NULL,
    counted_on      date           NOT NULL,
    product_code    varchar(20)    NOT NULL,
    counted_quantity decimal(12, 3) NOT NULL,
    counted_by      nvarchar(60)   NOT NULL
);
GO
CREATE TABLE staging.supplier_invoices (
    batch_id        int            NOT NULL,
    supplier_code   varchar(10)    NOT NULL,
    invoice_number  varchar(30)    NOT NULL,
    invoice_date    date           NOT NULL,
    purchase_order_number varchar(20) NULL,
    line_number     smallint       NOT NULL,
    product_code    varchar(20)    NOT NULL,
    quantity        decimal(12, 3) NOT NULL,
    line_amount     varchar(20)    NOT NULL,
    currency_code   char(3)        NOT NULL
);
GO
CREATE TABLE staging.daily_rates (
    batch_id        int            NOT NULL,
    rate_date       date           NOT NULL,
    currency_code   char(3)        NOT NULL,
    units_per_euro  varchar(20)    NOT NULL
);
GO
