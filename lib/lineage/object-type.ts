import type { z } from 'zod';
import type { ObjectType } from './contract';

type Type = z.infer<typeof ObjectType>;

/** SQL Server's spellings (catalogue codes, descriptions, and what extracts write), lower case, single spaces. */
const SPELLINGS: Readonly<Record<Exclude<Type, 'other'>, readonly string[]>> = {
  table: [
    'table',
    'user table',
    'base table',
    'u',
    'external table',
    'et',
    'system table',
    's',
    'internal table',
    'it',
  ],
  view: ['view', 'v', 'indexed view', 'materialized view'],
  procedure: [
    'procedure',
    'stored procedure',
    'sql stored procedure',
    'p',
    'clr stored procedure',
    'pc',
    'extended stored procedure',
    'x',
    'proc',
  ],
  function: [
    'function',
    'sql scalar function',
    'fn',
    'scalar function',
    'sql inline table valued function',
    'inline table valued function',
    'inline function',
    'if',
    'sql table valued function',
    'table valued function',
    'table function',
    'tf',
    'clr scalar function',
    'fs',
    'clr table valued function',
    'ft',
    'aggregate function',
    'af',
  ],
  trigger: ['trigger', 'sql trigger', 'tr', 'clr trigger', 'ta'],
  synonym: ['synonym', 'sn'],
  file: ['file'],
  dataset: ['dataset'],
  script: ['script'],
  external: ['external'],
  unresolved: ['unresolved'],
};

const TYPES = new Map(
  Object.entries(SPELLINGS).flatMap(([type, spellings]) =>
    spellings.map((text) => [text, type as Type] as const),
  ),
);

/** The object type of a native one such as `USER_TABLE`, `U ` or `Stored Procedure`; `other` when it is not known. */
export function objectTypeOf(nativeType: string): Type {
  return (
    TYPES.get(
      nativeType
        .trim()
        .toLowerCase()
        .replace(/[\s_-]+/g, ' '),
    ) ?? 'other'
  );
}
