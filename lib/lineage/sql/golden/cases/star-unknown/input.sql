CREATE VIEW dbo.v AS SELECT u.*, k.a FROM dbo.unknown u CROSS JOIN dbo.known k
