CREATE TABLE inventory.product_categories (
    category_id     smallint       NOT NULL IDENTITY(1, 1),
    parent_id       smallint       NULL REFERENCES inventory.product_categories (category_id),
    name            nvarchar(80)   NOT NULL,
    tax_code        char(1)        NOT NULL,
    CONSTRAINT pk_product_categories PRIMARY KEY (category_id)
);
GO
CREATE TABLE inventory.suppliers (
    supplier_id     int            NOT NULL IDENTITY(1, 1),
    supplier_code   varchar(10)    NOT NULL,
    name            nvarchar(120)  NOT NULL,
    country_code    char(2)        NOT NULL,
    lead_time_days  smallint       NULL,
    currency_code   char(3)        NOT NULL,
    CONSTRAINT pk_suppliers PRIMARY KEY (supplier_id)
);
GO
CREATE TABLE inventory.products (
    product_id      int            NOT NULL IDENTITY(1, 1),
    product_code    varchar(20)    NOT NULL,
    barcode         varchar(14)    NULL,
    title           nvarchar(160)  NOT NULL,
    category_id     smallint       NOT NULL REFERENCES inventory.product_categories (category_id),
    supplier_id     int            NOT NULL REFERENCES inventory.suppliers (supplier_id),
    list_price      decimal(12, 2) NOT NULL,
    unit_cost       decimal(12, 4) NULL,
    minimum_stock   decimal(12, 3) NOT NULL,
    is_discontinued bit            NOT NULL,
    CONSTRAINT pk_products PRIMARY KEY (product_id)
);
GO
CREATE TABLE inventory.warehouses (
    warehouse_id    smallint       NOT NULL IDENTITY(1, 1),
    warehouse_code  char(3)        NOT NULL,
    name            nvarchar(80)   NOT NULL,
    store_id        smallint       NULL REFERENCES sales.stores (store_id),
    CONSTRAINT pk_warehouses PRIMARY KEY (warehouse_id)
);
GO
CREATE TABLE inventory.stock_levels (
    warehouse_id    smallint       NOT NULL REFERENCES inventory.warehouses (warehouse_id),
    product_id      int            NOT NULL REFERENCES inventory.products (product_id),
    quantity        decimal(12, 3) NOT NULL,
    reserved        decimal(12, 3) NOT NULL,
    updated_at      datetime2(0)   NOT NULL,
    CONSTRAINT pk_stock_levels PRIMARY KEY (warehouse_id, product_id)
);
GO
CREATE TABLE inventory.stock_movements (
    movement_id     bigint         NOT NULL IDENTITY(1, 1),
    warehouse_id    smallint       NOT NULL REFERENCES inventory.warehouses (warehouse_id),
    product_id      int            NOT NULL REFERENCES inventory.products (product_id),
    moved_at        datetime2(0)   NOT NULL,
    quantity        decimal(12, 3) NOT NULL,
    reason          varchar(20)    NOT NULL,
    CONSTRAINT pk_stock_movements PRIMARY KEY (movement_id)
);
GO
CREATE TABLE inventory.purchase_orders (
    purchase_order_id int          NOT NULL IDENTITY(1, 1),
    purchase_order_number varchar(20) NOT NULL,
    supplier_id     int            NOT NULL REFERENCES inventory.suppliers (supplier_id),
    ordered_on      date           NOT NULL,
    expected_on     date           NULL,
    status          varchar(12)    NOT NULL,
    CONSTRAINT pk_purchase_orders PRIMARY KEY (purchase_order_id)
);
GO
CREATE TABLE inventory.purchase_order_lines (
    purchase_order_id int          NOT NULL REFERENCES inventory.purchase_orders (purchase_order_id),
    line_number     smallint       NOT NULL,
    product_id      int            NOT NULL REFERENCES inventory.products (product_id),
    quantity        decimal(12, 3) NOT NULL,
    received_quantity decimal(12, 3) NOT NULL,
    unit_cost       decimal(12, 4) NOT NULL,
    CONSTRAINT pk_purchase_order_lines PRIMARY KEY (purchase_order_id, line_number)
);
GO
