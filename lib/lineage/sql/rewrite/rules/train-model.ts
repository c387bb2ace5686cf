import { readName } from '../../tokens/read-name';
import { type Rule, replace, until, word } from '../rule';

/** `CREATE MODEL m TRANSFORM (...) OPTIONS (...) AS query`: what a model is trained on goes into it. */
export const trainModel: Rule = {
  name: 'train-model',
  level: 0,
  lossy: false,
  at: ['MODEL'],
  match(tokens, index) {
    if (!/^(?:CREATE|REPLACE)$/.test(word(tokens, index - 1))) return null;
    const name = readName(tokens.list, word(tokens, index + 1) === 'IF' ? index + 4 : index + 1);
    const as = until(tokens, index, (upper) => upper === 'AS');
    const [first, last] = [tokens.list[(name?.next ?? 0) - 1], tokens.list[as]];
    const [opening] = replace(tokens, index, index + 1, 'TABLE').edits;
    if (first === undefined || last === undefined || opening === undefined) return null;
    return { edits: [opening, { start: first.end, end: last.start, text: ' ' }], next: as };
  },
};
