CREATE TABLE sales.customers (
    customer_id     int            NOT NULL IDENTITY(1, 1),
    email           nvarchar(254)  NOT NULL,
    full_name       nvarchar(120)  NOT NULL,
    phone           varchar(30)    NULL,
    accepts_mail    bit            NOT NULL,
    registered_on   date           NOT NULL,
    CONSTRAINT pk_customers PRIMARY KEY (customer_id)
);
GO
CREATE TABLE sales.customer_addresses (
    address_id      int            NOT NULL IDENTITY(1, 1),
    customer_id     int            NOT NULL REFERENCES sales.customers (customer_id),
    street          nvarchar(160)  NOT NULL,
    city            nvarchar(80)   NOT NULL,
    postcode        varchar(12)    NOT NULL,
    country_code    char(2)        NOT NULL,
    is_default      bit            NOT NULL,
    CONSTRAINT pk_customer_addresses PRIMARY KEY (address_id)
);
GO
CREATE TABLE sales.loyalty_accounts (
    loyalty_card    varchar(16)    NOT NULL,
    customer_id     int            NOT NULL REFERENCES sales.customers (customer_id),
    points          int            NOT NULL,
    tier            varchar(10)    NOT NULL,
    CONSTRAINT pk_loyalty_accounts PRIMARY KEY (loyalty_card)
);
GO
CREATE TABLE sales.stores (
    store_id        smallint       NOT NULL IDENTITY(1, 1),
    store_code      char(4)        NOT NULL,
    name            nvarchar(80)   NOT NULL,
    city            nvarchar(80)   NOT NULL,
    region          nvarchar(40)   NOT NULL,
    opened_on       date           NOT NULL,
    floor_area_m2   decimal(7, 1)  NULL,
    CONSTRAINT pk_stores PRIMARY KEY (store_id)
);
GO
CREATE TABLE sales.promotions (
    promotion_id    int            NOT NULL IDENTITY(1, 1),
    promotion_code  varchar(12)    NOT NULL,
    title           nvarchar(120)  NOT NULL,
    discount_percent decimal(5, 2) NOT NULL,
    valid_from      date           NOT NULL,
    valid_to        date           NULL,
    CONSTRAINT pk_promotions PRIMARY KEY (promotion_id)
);
GO
CREATE TABLE sales.orders (
    order_id        bigint         NOT NULL IDENTITY(1, 1),
    channel         char(3)        NOT NULL,
    source_number   varchar(40)    NOT NULL,
    customer_id     int            NULL REFERENCES sales.customers (customer_id),
    store_id        smallint       NULL REFERENCES sales.stores (store_id),
    ship_to_address_id int         NULL REFERENCES sales.customer_addresses (address_id),
    ordered_at      datetime2(0)   NOT NULL,
    currency_code   char(3)        NOT NULL,
    status          varchar(12)    NOT NULL,
    CONSTRAINT pk_orders PRIMARY KEY (order_id)
);
GO
CREATE TABLE sales.order_lines (
    order_id        bigint         NOT NULL REFERENCES sales.orders (order_id),
    line_number     smallint       NOT NULL,
    product_id      int            NOT NULL,
    quantity        decimal(9, 3)  NOT NULL,
    unit_price      decimal(12, 2) NOT NULL,
    promotion_id    int            NULL REFERENCES sales.promotions (promotion_id),
    discount_amount decimal(12, 2) NOT NULL,
    CONSTRAINT pk_order_lines PRIMARY KEY (order_id, line_number)
);
GO
CREATE TABLE sales.payments (
    payment_id      bigint         NOT NULL IDENTITY(1, 1),
    order_id        bigint         NOT NULL REFERENCES sales.orders (order_id),
    payment_type    varchar(10)    NOT NULL,
    paid_at         datetime2(0)   NOT NULL,
    amount          decimal(12, 2) NOT NULL,
    CONSTRAINT pk_payments PRIMARY KEY (payment_id)
);
GO
CREATE TABLE sales.returns (
    return_id       int            NOT NULL IDENTITY(1, 1),
    order_id        bigint         NOT NULL,
    line_number     smallint       NOT NULL,
    returned_at     datetime2(0)   NOT NULL,
    quantity        decimal(9, 3)  NOT NULL,
    reason          varchar(20)    NOT NULL,
    refunded_amount decimal(12, 2) NULL,
    CONSTRAINT pk_returns PRIMARY KEY (return_id)
);
GO
