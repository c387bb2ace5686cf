/** What a person has to decide because a guess could lose records; `line` is physical, 1-based. */
export type TableQuestion = {
  readonly code: 'header' | 'delimiter' | 'preamble' | 'columns';
  readonly line: number;
  readonly message: string;
};
