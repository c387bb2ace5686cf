import type { Range } from '../span';

/**
 * Our own shapes of SQL: what lineage needs and nothing else. They are plain JSON, so that a parsed definition can be kept
 * and bound again to a changed catalogue. Only the adapter knows the parser's tree; only these shapes reach the binder.
 */
/** A name as written, without quotes, outermost part first; a part left out (`db..t`) is empty. */
export type Name = {
  readonly parts: readonly string[];
  /** Which parts were quoted; absent when none was. Dialects that fold case need it. */
  readonly quoted?: readonly boolean[];
  /** Where it stands in the text of the definition; absent where that is not known for sure. */
  readonly at?: Range;
};

/** An entry of a FROM clause: its name and alias; absent where its place is not known for sure. */
type Placed = { readonly at?: Range };

export type Expression =
  /** A column, or a field of one: `[schema.]table.column`, `column.field`. */
  | { readonly kind: 'column'; readonly name: Name }
  | { readonly kind: 'variable'; readonly name: string }
  /** `name` is null for built-in functions; `aggregate` when it makes one value of many rows. */
  | {
      readonly kind: 'call';
      readonly name: Name | null;
      readonly aggregate: boolean;
      readonly parts: readonly Expression[];
    }
  /** A function over a window: arguments, partition and order are its parts. */
  | { readonly kind: 'window'; readonly parts: readonly Expression[] }
  /** `exists`: only whether there are rows matters, not what is in them. */
  | { readonly kind: 'query'; readonly query: Query; readonly exists: boolean }
  /** Any other expression made of others; without parts a constant. */
  | { readonly kind: 'made'; readonly parts: readonly Expression[] };

export type SelectItem =
  | {
      readonly kind: 'star';
      readonly qualifier: Name | null;
      readonly except: readonly string[];
      readonly replace: readonly { readonly name: string; readonly value: Expression }[];
      readonly rename: readonly { readonly from: string; readonly to: string }[];
    }
  /** `variable`: `SELECT @v = expression`, which is no column of the result. */
  | {
      readonly kind: 'value';
      readonly name: string | null;
      readonly variable: string | null;
      readonly value: Expression;
    };

export type Join = {
  readonly source: Source;
  readonly on: Expression | null;
  readonly using: readonly string[];
};

type Aliased = {
  readonly alias: string | null;
  /** Column names given after the alias: `AS t (a, b)`. */
  readonly columns: readonly string[];
};

export type Source =
  /** A table, view or CTE; temporary tables and table variables by their marked name (`#t`, `@t`). */
  | (Aliased & Placed & { readonly kind: 'table'; readonly name: Name })
  | (Aliased & { readonly kind: 'query'; readonly query: Query })
  /** `declared`: columns said in the call itself (`OPENJSON(x) WITH (a int)`). */
  | (Aliased &
      Placed & {
        readonly kind: 'function';
        readonly name: Name;
        readonly parts: readonly Expression[];
        readonly declared: readonly string[];
      })
  | (Aliased & {
      readonly kind: 'joined';
      readonly sources: readonly Source[];
      readonly joins: readonly Join[];
    })
  | (Aliased & {
      readonly kind: 'pivot';
      readonly source: Source;
      readonly values: readonly Expression[];
      readonly on: readonly Expression[];
      /** Names of the new columns. */
      readonly made: readonly string[];
    })
  | (Aliased & {
      readonly kind: 'unpivot';
      readonly source: Source;
      readonly inputs: readonly Expression[];
      readonly valueColumn: string;
      readonly nameColumn: string;
    })
  /** Rows made of expressions: UNNEST, FLATTEN, EXPLODE, `x.nodes(...)`. */
  | (Aliased & { readonly kind: 'made'; readonly parts: readonly Expression[] });

export type Cte = { readonly name: string; readonly columns: readonly string[]; readonly query: Query };

export type Select = {
  readonly kind: 'select';
  readonly with: readonly Cte[];
  readonly items: readonly SelectItem[];
  readonly from: readonly Source[];
  readonly joins: readonly Join[];
  /** WHERE, HAVING, QUALIFY, CONNECT BY: they decide which rows there are. */
  readonly filters: readonly Expression[];
  /** GROUP BY, ORDER BY, TOP ...: read, but no column comes from them. */
  readonly others: readonly Expression[];
  readonly into: Name | null;
};

export type Query =
  | Select
  | {
      readonly kind: 'set';
      /** Rows of the right side arrive only with UNION. */
      readonly union: boolean;
      readonly with: readonly Cte[];
      readonly left: Query;
      readonly right: Query;
      readonly others: readonly Expression[];
    }
  | { readonly kind: 'values'; readonly rows: readonly (readonly Expression[])[] }
  /** A change that gives rows: `WITH x AS (INSERT ... RETURNING a)`, `FROM (DELETE ... OUTPUT deleted.a)`. */
  | { readonly kind: 'change'; readonly change: Change };

/** OUTPUT and RETURNING. Without `into` the rows go to the caller. */
export type Output = {
  readonly items: readonly SelectItem[];
  readonly into: { readonly name: Name; readonly columns: readonly string[] } | null;
};

/** `column` as the statement says it, its table or alias in front where it is there. */
export type Assignment = { readonly column: Name; readonly value: Expression };

export type MergeAction =
  | { readonly kind: 'update'; readonly set: readonly Assignment[] }
  | { readonly kind: 'insert'; readonly columns: readonly string[]; readonly values: readonly Expression[] }
  /** `UPDATE SET *`, `INSERT *`, `INSERT ROW`: columns of the same name. */
  | { readonly kind: 'all-columns' }
  | { readonly kind: 'delete' };

export type Insert = {
  readonly kind: 'insert';
  readonly with: readonly Cte[];
  readonly target: Name;
  readonly columns: readonly string[];
  readonly query: Query | null;
  /** Columns are matched by their names, not by position. */
  readonly byName: boolean;
  /** ON CONFLICT DO UPDATE, ON DUPLICATE KEY UPDATE. */
  readonly onConflict: readonly Assignment[];
  readonly output: Output | null;
};

export type Update = {
  readonly kind: 'update';
  readonly with: readonly Cte[];
  /** A table, or the alias or CTE that stands for it. */
  readonly target: Name;
  readonly alias: string | null;
  readonly from: readonly Source[];
  readonly joins: readonly Join[];
  readonly set: readonly Assignment[];
  readonly filters: readonly Expression[];
  readonly output: Output | null;
};

export type Delete = {
  readonly kind: 'delete';
  readonly with: readonly Cte[];
  readonly targets: readonly Name[];
  readonly from: readonly Source[];
  readonly joins: readonly Join[];
  readonly filters: readonly Expression[];
  readonly output: Output | null;
};

export type Merge = {
  readonly kind: 'merge';
  readonly with: readonly Cte[];
  readonly target: Source;
  readonly using: Source;
  readonly on: Expression | null;
  readonly whens: readonly { readonly condition: Expression | null; readonly action: MergeAction }[];
  readonly output: Output | null;
};

/** CREATE TABLE with a query or the shape of another table; CREATE VIEW inside a script. */
export type Create = {
  readonly kind: 'create';
  readonly view: boolean;
  readonly temporary: boolean;
  readonly name: Name;
  readonly columns: readonly string[];
  readonly query: Query | null;
  /** LIKE: only the shape. */
  readonly like: Name | null;
};

/** Snowflake and Oracle: INSERT ALL INTO a ... INTO b ... SELECT. */
export type InsertAll = {
  readonly kind: 'insert-all';
  readonly query: Query;
  readonly targets: readonly {
    readonly name: Name;
    readonly columns: readonly string[];
    readonly values: readonly Expression[];
  }[];
};

export type Change = Insert | Update | Delete | Merge | Create | InsertAll;
