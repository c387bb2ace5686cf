CREATE TABLE mart.dim_date (
    date_key        int            NOT NULL,
    calendar_date   date           NOT NULL,
    year_number     smallint       NOT NULL,
    month_number    tinyint        NOT NULL,
    weekday_name    nvarchar(12)   NOT NULL,
    is_holiday      bit            NOT NULL,
    CONSTRAINT pk_dim_date PRIMARY KEY (date_key)
);
GO
CREATE TABLE mart.dim_customer (
    customer_key    int            NOT NULL IDENTITY(1, 1),
    customer_id     int            NOT NULL,
    full_name       nvarchar(120)  NOT NULL,
    tier            varchar(10)    NOT NULL,
    city            nvarchar(80)   NULL,
    country_code    char(2)        NULL,
    first_order_at  datetime2(0)   NULL,
    CONSTRAINT pk_dim_customer PRIMARY KEY (customer_key)
);
GO
CREATE TABLE mart.dim_product (
    product_key     int            NOT NULL IDENTITY(1, 1),
    product_id      int            NOT NULL,
    product_code    varchar(20)    NOT NULL,
    title           nvarchar(160)  NOT NULL,
    category        nvarchar(80)   NOT NULL,
    supplier        nvarchar(120)  NOT NULL,
    CONSTRAINT pk_dim_product PRIMARY KEY (product_key)
);
GO
CREATE TABLE mart.dim_store (
    store_key       smallint       NOT NULL IDENTITY(1, 1),
    store_id        smallint       NOT NULL,
    name            nvarchar(80)   NOT NULL,
    region          nvarchar(40)   NOT NULL,
    CONSTRAINT pk_dim_store PRIMARY KEY (store_key)
);
GO
CREATE TABLE mart.fact_sales (
    date_key        int            NOT NULL REFERENCES mart.dim_date (date_key),
    customer_key    int            NULL REFERENCES mart.dim_customer (customer_key),
    product_key     int            NOT NULL REFERENCES mart.dim_product (product_key),
    store_key       smallint       NULL REFERENCES mart.dim_store (store_key),
    order_id        bigint         NOT NULL,
    channel         char(3)        NOT NULL,
    quantity        decimal(9, 3)  NOT NULL,
    net_amount_eur  decimal(14, 2) NOT NULL
);
GO
CREATE TABLE mart.fact_stock_day (
    date_key        int            NOT NULL REFERENCES mart.dim_date (date_key),
    product_key     int            NOT NULL REFERENCES mart.dim_product (product_key),
    warehouse_code  char(3)        NOT NULL,
    quantity        decimal(12, 3) NOT NULL,
    stock_value     decimal(14, 2) NULL
);
GO
CREATE TABLE mart.fact_margin (
    date_key        int            NOT NULL REFERENCES mart.dim_date (date_key),
    product_key     int            NOT NULL REFERENCES mart.dim_product (product_key),
    net_amount_eur  decimal(14, 2) NOT NULL,
    cost_eur        decimal(14, 2) NOT NULL
);
GO
