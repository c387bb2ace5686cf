CREATE TABLE ds.a COPY ds.src;
CREATE SNAPSHOT TABLE ds.b CLONE ds.src;
CREATE OR REPLACE MODEL ds.m TRANSFORM (f1) OPTIONS (model_type = 'linear_reg') AS SELECT label, f1 FROM ds.train;
LOAD DATA INTO ds.c FROM FILES (format = 'CSV', uris = ['gs://b/f.csv']);
CREATE TABLE ds.d LIKE ds.src;
SELECT model FROM ds.cars;
