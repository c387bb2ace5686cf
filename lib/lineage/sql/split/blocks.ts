import type { PathStep } from '../statement';

type Frame = {
  readonly parent: Frame | null;
  readonly step: PathStep | null;
  /** Holds one statement or block, not all up to END. */
  readonly single: boolean;
  readonly path: readonly PathStep[];
};

/** Deeper steps are left out of a path: it is for people, and hostile nesting must not cost memory. */
const DEEPEST = 32;
const NO_STEPS: readonly PathStep[] = [];

/** The blocks around the statement that is read: BEGIN ... END, TRY, CATCH, and the one statement of IF, ELSE and WHILE. */
export class Blocks {
  #top: Frame | null = null;

  /** The steps of the open blocks, outermost first. */
  get path(): readonly PathStep[] {
    return this.#top?.path ?? NO_STEPS;
  }

  /** BEGIN, BEGIN TRY, BEGIN CATCH. */
  open(step: PathStep | null): void {
    this.#push(step, false);
  }

  /** The statement or block after IF, ELSE or WHILE. */
  openSingle(step: 'if' | 'else' | 'while'): void {
    this.#push(step, true);
  }

  /** END. `hasElse`: the next word is ELSE. */
  close(hasElse: boolean): void {
    let block = this.#top;
    while (block?.single === true) block = block.parent;
    if (block === null) return;
    this.#top = block.parent;
    this.statementEnded(hasElse);
  }

  /** A statement ended: with it end the IFs and WHILEs it was the one statement of; ELSE belongs to the innermost IF. */
  statementEnded(hasElse: boolean): void {
    while (this.#top?.single === true) {
      const { step, parent } = this.#top;
      this.#top = parent;
      if (hasElse && step === 'if') break;
    }
  }

  reset(): void {
    this.#top = null;
  }

  #push(step: PathStep | null, single: boolean): void {
    const path = step === null || this.path.length >= DEEPEST ? this.path : [...this.path, step];
    this.#top = { parent: this.#top, step, single, path };
  }
}
