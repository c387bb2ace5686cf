import type { PathStep } from '../statement';

type BlockKind = 'block' | 'if' | 'loop';

/** Deeper steps are left out of a path: it is for people, and hostile nesting must not cost memory. */
const DEEPEST = 64;

/** The blocks around the statement that is read, where each kind has an end of its own: BEGIN ... END, IF ... END IF, LOOP ... END LOOP. */
export class ClosedBlocks {
  #open: Array<{ readonly kind: BlockKind; step: PathStep | null }> = [];

  get isEmpty(): boolean {
    return this.#open.length === 0;
  }

  /** The steps of the open blocks, outermost first. */
  get path(): readonly PathStep[] {
    return this.#open.slice(0, DEEPEST).flatMap(({ step }) => (step === null ? [] : [step]));
  }

  open(kind: BlockKind, step: PathStep | null): void {
    this.#open.push({ kind, step });
  }

  /** ELSE, ELSIF, EXCEPTION: the innermost block of the kind goes on with another step. */
  goOn(kind: BlockKind, step: PathStep): void {
    const block = this.#open.findLast((it) => it.kind === kind);
    if (block !== undefined) block.step = step;
  }

  /** Ends the innermost block of the kind, and those in it that were left open. */
  close(kind: BlockKind): void {
    const at = this.#open.findLastIndex((block) => block.kind === kind);
    if (at !== -1) this.#open.length = at;
  }

  reset(): void {
    this.#open = [];
  }
}
