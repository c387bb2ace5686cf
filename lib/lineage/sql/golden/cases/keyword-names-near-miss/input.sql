-- Words that are tables elsewhere are an alias of a column, a text and a sort here: only Cities is read and changed.
CREATE PROCEDURE Application.Look AS
SELECT c.Location AS Settings, 'Warehouse.Colors' AS Source FROM Application.Cities AS c ORDER BY Settings
UPDATE Application.Cities SET Location = 'Warehouse.Colors' WHERE ID IN (1, 2)
