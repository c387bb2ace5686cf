import type { ExtractRole } from '@/lib/imports/contract';

/** What a cell must be: a whole number of 64 bits, text, or yes/no. */
export type CellType = 'integer' | 'text' | 'boolean';

/**
 * One expected column. `key` cells must not be empty; `required` ones must have a value; others may be null.
 * A `name` cell is an identifier of the database: at most NAME_MAX characters.
 */
export type ExtractColumn = {
  readonly column: string;
  readonly type: CellType;
  readonly need: 'key' | 'required' | 'optional';
  readonly name?: true;
};

/** SQL Server's longest identifier, in characters. */
export const NAME_MAX = 128;

/** The five files of a metadata extract. Every column must be in the file, in any order; its cells may be null where optional. */
export const extractFiles: Readonly<Record<ExtractRole, readonly ExtractColumn[]>> = {
  objects: [
    { column: 'object_id', type: 'integer', need: 'key' },
    { column: 'schema_name', type: 'text', need: 'key', name: true },
    { column: 'object_name', type: 'text', need: 'key', name: true },
    { column: 'object_type', type: 'text', need: 'required', name: true },
  ],
  definitions: [
    { column: 'object_id', type: 'integer', need: 'key' },
    { column: 'definition', type: 'text', need: 'optional' },
  ],
  dependencies: [
    { column: 'referencing_object_id', type: 'integer', need: 'key' },
    { column: 'referenced_object_id', type: 'integer', need: 'optional' },
    { column: 'referenced_schema_name', type: 'text', need: 'optional', name: true },
    { column: 'referenced_entity_name', type: 'text', need: 'optional', name: true },
  ],
  table_columns: [
    { column: 'object_id', type: 'integer', need: 'key' },
    { column: 'schema_name', type: 'text', need: 'optional', name: true },
    { column: 'table_name', type: 'text', need: 'optional', name: true },
    { column: 'column_name', type: 'text', need: 'key', name: true },
    { column: 'data_type', type: 'text', need: 'required' },
    { column: 'ordinal_position', type: 'integer', need: 'required' },
    { column: 'is_nullable', type: 'boolean', need: 'optional' },
  ],
  query_logs: [{ column: 'command_text', type: 'text', need: 'key' }],
};

export const extractRoles = Object.keys(extractFiles) as ExtractRole[];

/** A full extract needs these; without them only an incremental import (mode `merge`) is possible. */
export const neededRoles: readonly ExtractRole[] = ['objects', 'definitions', 'dependencies'];
