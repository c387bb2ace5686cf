import type { SqlDialect } from '../dialect';
import { readName } from '../tokens/read-name';
import type { Token } from '../tokens/token';

/** Statements by the words they begin with, parted by semicolons. */
const listed = (...lists: readonly string[]): readonly (readonly string[])[] =>
  lists.flatMap((list) => list.split(';').map((phrase) => phrase.trim().split(/\s+/)));

const TRANSACTIONS =
  'BEGIN; COMMIT; ROLLBACK; START TRANSACTION; SAVEPOINT; SAVE; RELEASE SAVEPOINT; ABORT; END; LOCK';
const PERMISSIONS = 'GRANT; REVOKE; DENY; AUDIT; NOAUDIT';
const SESSION = 'USE; SET; RESET; UNSET; SHOW; DESCRIBE; DESC; EXPLAIN; KILL; CHECKPOINT; COMMENT';
const CONTROL =
  'DECLARE; RETURN; IF; WHILE; GOTO; BREAK; CONTINUE; EXIT; LEAVE; ITERATE; NULL; RAISE; SIGNAL; RESIGNAL; ASSERT; ' +
  'GET DIAGNOSTICS; GET STACKED DIAGNOSTICS; GET CURRENT DIAGNOSTICS; OPEN; CLOSE; FETCH; MOVE; DEALLOCATE; PREPARE; LET; PERFORM; DO';
const UPKEEP = 'ANALYZE; ANALYSE; VACUUM; REINDEX; CLUSTER; OPTIMIZE; REFRESH; REPAIR; UNDROP; RENAME; DROP';

const EVERYWHERE = listed(TRANSACTIONS, PERMISSIONS, SESSION, CONTROL, UPKEEP);

/** Statements of one dialect that move no data between objects: beside those of all of them, and of definitions. */
const OF_DIALECT: Readonly<Record<SqlDialect, readonly (readonly string[])[]>> = {
  tsql: listed(
    'PRINT; RAISERROR; THROW; WAITFOR DELAY; WAITFOR TIME; RECONFIGURE; REVERT; DBCC; BACKUP; RESTORE; SHUTDOWN; SETUSER; LINENO',
    'EXEC AS; EXECUTE AS; UPDATE STATISTICS; ENABLE TRIGGER; DISABLE TRIGGER; ADD SIGNATURE; ADD COUNTER SIGNATURE',
    'ADD SENSITIVITY CLASSIFICATION; GET CONVERSATION; MOVE CONVERSATION; GO',
  ),
  postgres: listed(
    // Of psql.
    '\\ C; \\ CONNECT; \\ SET; \\ UNSET; \\ ECHO; \\ TIMING; \\ PSET; \\ ENCODING; \\ RESTRICT; \\ UNRESTRICT; \\ IF; \\ ELSE; \\ ENDIF; \\ Q; \\ D; \\ DT',
    'LISTEN; UNLISTEN; NOTIFY; DISCARD; SECURITY LABEL; LOAD; REASSIGN OWNED',
  ),
  redshift: listed('CANCEL; \\ C; \\ CONNECT; \\ SET; \\ ECHO; \\ TIMING; \\ PSET'),
  snowflake: listed(
    'LIST; LS; REMOVE; RM; SUSPEND; RESUME; TRUNCATE MATERIALIZED VIEW; EXECUTE TASK; EXECUTE ALERT; CANCEL',
  ),
  bigquery: listed('CANCEL'),
  databricks: listed(
    'CACHE TABLE; CACHE LAZY TABLE; UNCACHE; CLEAR CACHE; MSCK REPAIR; FSCK REPAIR; REORG TABLE; RESTORE; GENERATE; ADD JAR; ADD JARS',
    'ADD FILE; ADD FILES; ADD ARCHIVE; LIST',
  ),
  duckdb: listed(
    '. MODE; . HEADERS; . HEADER; . TIMER; . ECHO; . PRINT; . OPEN; . BAIL; . MAXROWS; . TABLES; . SCHEMA; . QUIT; . EXIT',
    'ATTACH; DETACH; INSTALL; LOAD; PRAGMA; SUMMARIZE; FORCE CHECKPOINT; FORCE INSTALL',
  ),
  mysql: listed(
    'HELP; SYSTEM; TEE; NOTEE; WARNINGS; NOWARNING; FLUSH; PURGE; CHANGE MASTER; CHANGE REPLICATION; START SLAVE; START REPLICA; STOP SLAVE; STOP REPLICA; UNLOCK; CHECK; CHECKSUM',
    'INSTALL; UNINSTALL; CACHE INDEX; LOAD INDEX; SHUTDOWN; RESTART; XA; START GROUP_REPLICATION; STOP GROUP_REPLICATION',
  ),
  oracle: listed(
    'PRAGMA; TYPE; SUBTYPE; PURGE; FLASHBACK; ASSOCIATE; DISASSOCIATE; PIPE ROW; ADMINISTER',
    // Of SQL*Plus.
    'PROMPT; SPOOL; DEFINE; UNDEFINE; ACCEPT; COLUMN; COL; TTITLE; BTITLE; COMPUTE; WHENEVER; QUIT; CONNECT; CONN; DISCONNECT; REM; REMARK',
    'PAUSE; VARIABLE; VAR; PRINT; HOST; CLEAR; TIMING',
  ),
};

/** What CREATE may make without a row of any table. Tables, views, routines and their like are read elsewhere. */
const IDLE_TYPES = listed(
  'SCHEMA; DATABASE; CATALOG; INDEX; SEQUENCE; TYPE; DOMAIN; STATISTICS; COLLATION; CONVERSION; EXTENSION; LANGUAGE; OPERATOR; CAST; TABLESPACE',
  'ROLE; USER; LOGIN; GROUP; PROFILE; APPLICATION ROLE; SERVER ROLE; DEFAULT; SYNONYM; AGGREGATE; TRANSFORM; ACCESS METHOD; TEXT SEARCH',
  'POLICY; SECURITY POLICY; MASKING POLICY; ROW ACCESS POLICY; ROW POLICY; NETWORK POLICY; NETWORK RULE; PASSWORD POLICY; SESSION POLICY; TAG',
  'PARTITION FUNCTION; PARTITION SCHEME; CERTIFICATE; SYMMETRIC KEY; ASYMMETRIC KEY; MASTER KEY; COLUMN MASTER KEY; COLUMN ENCRYPTION KEY',
  'DATABASE ENCRYPTION KEY; CREDENTIAL; DATABASE SCOPED CREDENTIAL; ASSEMBLY; XML SCHEMA COLLECTION; XML INDEX; QUEUE; SERVICE; ROUTE; CONTRACT',
  'MESSAGE TYPE; REMOTE SERVICE BINDING; BROKER PRIORITY; EVENT NOTIFICATION; EVENT SESSION; ENDPOINT; SERVER AUDIT; DATABASE AUDIT',
  'AVAILABILITY GROUP; RESOURCE POOL; RESOURCE MONITOR; WORKLOAD; CRYPTOGRAPHIC PROVIDER; EXTERNAL DATA SOURCE; EXTERNAL FILE FORMAT',
  'EXTERNAL LIBRARY; EXTERNAL LANGUAGE; EXTERNAL RESOURCE POOL; EXTERNAL MODEL; EXTERNAL SCHEMA; EXTERNAL LOCATION; EXTERNAL VOLUME',
  'EXTERNAL FUNCTION; FULLTEXT; SEARCH PROPERTY LIST; PRIMARY XML INDEX; FOREIGN DATA WRAPPER; SERVER; PUBLICATION; EVENT TRIGGER',
  'SUBSCRIPTION; STAGE; FILE FORMAT; WAREHOUSE; SHARE; RECIPIENT; PROVIDER; CONNECTION; INTEGRATION; SECRET; STORAGE; NOTIFICATION; API',
  'SECURITY INTEGRATION; VOLUME; WIDGET; BLOOMFILTER INDEX; SEARCH INDEX; VECTOR INDEX; CAPACITY; RESERVATION; ASSIGNMENT; IMAGE REPOSITORY',
  'COMPUTE POOL; GIT REPOSITORY; STREAMLIT; NOTEBOOK; MATERIALIZED VIEW LOG; DIRECTORY; CONTEXT; DATABASE LINK; LIBRARY; OUTLINE; ROLLBACK SEGMENT',
  'PFILE; SPFILE; CONTROLFILE; DIMENSION; INDEXTYPE; LOGFILE; UNDO TABLESPACE; SPATIAL REFERENCE SYSTEM; DATA METRIC FUNCTION; MANAGED ACCOUNT',
);
const MODIFIERS = new Set(
  (
    'OR REPLACE UNIQUE CLUSTERED NONCLUSTERED COLUMNSTORE SPATIAL JSON VECTOR SELECTIVE BITMAP MULTIVALUE GLOBAL LOCAL TEMP TEMPORARY PUBLIC ' +
    'PRIVATE TRUSTED DEFAULT PERSISTENT EDITIONABLE NONEDITIONABLE SHARED BIGFILE SMALLFILE TRANSIENT MANAGED FOREIGN FULLTEXT AUTHENTICATION'
  ).split(' '),
);

/** What EXPLAIN only shows, EXPLAIN ANALYZE does. */
const CHANGES = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE', 'REPLACE']);
/** Clauses of ALTER TABLE by which rows of one table come to be those of another. */
const MOVES = new Set(['SWITCH', 'EXCHANGE', 'SWAP', 'ATTACH', 'APPEND']);

/**
 * Whether the tokens of a statement say that it moves no data between objects. The statements that do not are listed: what is not in the list is
 * not known.
 */
export function isIdle(tokens: readonly Token[], dialect: SqlDialect): boolean {
  const words = tokens.map(({ upper }) => upper);
  const [first, second = ''] = words;
  if (first === 'CREATE') return makesNoRows(words);
  if (first === 'ALTER') return !(second === 'TABLE' ? movesRows(tokens) : words.some(readsOrChanges));
  if (first === 'HANDLER') return dialect === 'mysql' && !words.includes('READ');
  if (first === 'EXPLAIN' && /^ANALY[SZ]E$/.test(second)) return !words.some((it) => CHANGES.has(it));
  return [...EVERYWHERE, ...OF_DIALECT[dialect]].some((phrase) => beginsWith(words, phrase, 0));
}

function makesNoRows(words: readonly string[]): boolean {
  for (let at = 1; at < words.length; at++) {
    if (IDLE_TYPES.some((type) => beginsWith(words, type, at))) return true;
    if (!MODIFIERS.has(words[at] ?? '')) return false;
  }
  return false;
}

/** ALTER TABLE: by its clause, or because rows are those of a file from now on. */
function movesRows(tokens: readonly Token[]): boolean {
  let at = 2;
  while (/^(?:IF|EXISTS|ONLY)$/.test(tokens[at]?.upper ?? '')) at++;
  const clause = tokens[readName(tokens, at)?.next ?? tokens.length];
  const isPlaced = tokens.some(
    ({ upper }, here) => upper === 'LOCATION' && tokens[here + 1]?.kind === 'string',
  );
  return isPlaced || MOVES.has(clause?.upper ?? '');
}

/** In ALTER VIEW, ALTER TASK ...: what it is from now on. Policies have queries too, which only decide who may see rows. */
function readsOrChanges(word: string, _at: number, words: readonly string[]): boolean {
  return (word === 'SELECT' || CHANGES.has(word)) && !words.includes('POLICY');
}

function beginsWith(words: readonly string[], phrase: readonly string[], from: number): boolean {
  return phrase.every((word, at) => words[from + at] === word);
}
