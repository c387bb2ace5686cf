/** What the words of a report mean; printed with it, so that anyone can count the same way. */
export const conventions = {
  names:
    '[server.][database.]schema.name without quotes; a name without schema gets the default one of its dialect',
  ownTarget:
    'the target of UPDATE, DELETE and MERGE is not read by being changed; it is when it stands there a second time',
  writes: 'every object that is changed: INSERT, UPDATE, MERGE, SELECT INTO, DELETE and TRUNCATE',
  deletes: 'those of writes that lose rows by DELETE, MERGE ... DELETE or SWITCH',
  truncates: 'those of writes that are emptied by TRUNCATE',
  calls: 'procedures that are executed and scalar functions that are used; a function in FROM is read',
  references: 'LIKE, what a synonym stands for, the table of a trigger that does not look at its rows',
  temporary:
    'temporary tables and views, table variables, cursors and variables are no objects; columnEdges of an object go through them, those of a statement show them',
  shared:
    'what a procedure shares with its callers is a column of it: an OUTPUT parameter as @name, a temporary table that only the caller makes as #table.column; values given to parameters are not followed',
  functions:
    'the only column of a scalar function is column1; it goes into the columns that call the function',
  filters: 'columns of conditions and joins go into the rows of the target as a whole: to.column is null',
  systemObjects: 'what belongs to the database itself (sys, INFORMATION_SCHEMA, sp_...) is left out',
  ddl: 'CREATE, ALTER and DROP of a table are neither read nor write; CREATE TABLE AS is a write; CLONE, COPY, SWITCH, APPEND and ATTACH PARTITION read one table and write the other',
  spans: 'lines and columns from 1, in UTF-16 units, end exclusive',
} as const;
