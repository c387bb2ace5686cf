-- A column named match, and an arrow in a text.
CREATE VIEW social.matched AS
SELECT p.name, p.match FROM social.person AS p WHERE p.match > 0 AND p.name <> 'a-(social.friend)->b'
