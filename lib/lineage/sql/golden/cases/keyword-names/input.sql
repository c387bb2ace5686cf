CREATE PROCEDURE Application.Touch AS
UPDATE Warehouse.Colors SET Settings = 1 WHERE ID IN (SELECT ID FROM Application.Cities)
SELECT settings.ID, c.Location FROM Warehouse.Colors AS settings JOIN Application.Cities c ON c.ID = settings.ID
