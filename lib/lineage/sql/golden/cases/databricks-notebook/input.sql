-- Databricks notebook source
CREATE WIDGET TEXT day DEFAULT 'today'

-- COMMAND ----------
INSERT INTO gold.totals SELECT id, amount FROM silver.orders

-- COMMAND ----------
-- MAGIC %md a note
OPTIMIZE gold.totals

-- COMMAND ----------
ALTER VIEW gold.v AS SELECT id FROM gold.totals
