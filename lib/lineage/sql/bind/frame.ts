import type { DiagnosticCode } from '../diagnostic';
import type { Name } from '../ir/ir';
import { type Relation, spelledColumn } from '../resolve/relation';
import type { Range } from '../span';
import type { Flow } from './flow';

export type Access = 'reads' | 'writes' | 'deletes' | 'truncates' | 'calls' | 'references';

export type ColumnPoint = { readonly relation: Relation; readonly column: string | null };
/** `to.column` null: the rows of the target as a whole (`filter`, `join`). */
export type ColumnLink = {
  readonly from: ColumnPoint;
  readonly to: ColumnPoint;
  readonly kind: Flow['kind'];
  /** Where the column is named, and the entry of FROM it belongs to, as far as known. */
  readonly at?: Range;
  readonly entry?: Range;
};

/** `at`: the words that say so, as far as known. */
export type Touch = { readonly access: Access; readonly relation: Relation; readonly at?: Range };

export type Problem = {
  readonly code: DiagnosticCode;
  readonly message: string;
  /** The name it is about, to point at it. */
  readonly name: Name | null;
};

/** What is learnt of one statement while it is bound. */
export type Frame = {
  touch(access: Access, relation: Relation, at?: Range): void;
  /** Takes back one read, the one at this place: the target of a change is not read by being changed. */
  untouch(relation: Relation, at?: Range): void;
  influence(flows: readonly Flow[], kind: 'filter' | 'join'): void;
  link(flow: Flow, relation: Relation, column: string | null): void;
  /** Links all influences to the target's rows. */
  linkInfluences(relation: Relation): void;
  /** The same when the statement is done, for targets that are met before its conditions. */
  linkInfluencesLate(relation: Relation): void;
  report(code: DiagnosticCode, message: string, name?: Name): void;
  readonly facts: FrameFacts;
};

export type FrameFacts = {
  readonly accesses: Touch[];
  readonly links: ColumnLink[];
  readonly problems: Problem[];
};

/** A new frame; `facts` may be read when the statement is done. */
export function openFrame(): Frame {
  const reads = new Map<string, { relation: Relation; times: number; places: Range[] }>();
  const others = new Map<string, Touch>();
  const links = new Map<string, ColumnLink>();
  const influences = new Map<string, Flow>();
  const problems = new Map<string, Problem>();
  const late = new Set<Relation>();
  const link = (flow: Flow, relation: Relation, written: string | null) => {
    const column = written === null ? null : spelledColumn(relation, written);
    if (flow.relation.kind === 'system') return;
    const key =
      `${flow.relation.key}|${flow.column}|${relation.key}|${column ?? ''}|${flow.kind}`.toLowerCase();
    if (links.has(key)) return;
    const { at, entry } = flow;
    const places = { ...(at === undefined ? {} : { at }), ...(entry === undefined ? {} : { entry }) };
    const from = { relation: flow.relation, column: flow.column };
    links.set(key, { from, to: { relation, column }, kind: flow.kind, ...places });
  };
  const linkInfluences = (relation: Relation) => {
    for (const flow of influences.values()) link(flow, relation, null);
  };
  return {
    touch: (access, relation, at) => {
      if (relation.kind === 'local' || relation.kind === 'system') return;
      if (access !== 'reads') {
        const place = others.get(`${access}|${relation.key}`)?.at ?? at;
        others.set(`${access}|${relation.key}`, touched(access, relation, place));
        return;
      }
      const read = reads.get(relation.key) ?? { relation, times: 0, places: [] };
      reads.set(relation.key, { relation, times: read.times + 1, places: read.places });
      if (at !== undefined) read.places.push(at);
    },
    untouch: (relation, at) => {
      const read = reads.get(relation.key);
      if (read === undefined) return;
      read.times--;
      read.places = read.places.filter((it) => it !== at);
    },
    influence: (flows, kind) => {
      for (const flow of flows) {
        influences.set(`${flow.relation.key}|${flow.column.toLowerCase()}|${kind}`, { ...flow, kind });
      }
    },
    link,
    linkInfluences,
    linkInfluencesLate: (relation) => {
      late.add(relation);
    },
    report: (code, message, name) => {
      problems.set(`${code}|${message}`, { code, message, name: name ?? null });
    },
    get facts() {
      for (const relation of late) linkInfluences(relation);
      const read = [...reads.values()].filter(({ times }) => times > 0);
      return {
        accesses: [
          ...read.map(({ relation, places }) => touched('reads', relation, places[0])),
          ...others.values(),
        ],
        links: [...links.values()],
        problems: [...problems.values()],
      };
    },
  };
}

function touched(access: Access, relation: Relation, at: Range | undefined): Touch {
  return at === undefined ? { access, relation } : { access, relation, at };
}
