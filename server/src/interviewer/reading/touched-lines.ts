/** What Yjs says of one change to a text. */
export type TextDelta = readonly { retain?: number | undefined; insert?: unknown; delete?: number | undefined }[];

interface Line {
  length: number;
  author: string | null;
}

/** Who touched which line last, kept in step with a text as its changes come. */
export class TouchedLines {
  /** Who removed a line break last. */
  remover: string | null = null;
  #lines: Line[];

  constructor(text: string) {
    this.#lines = text.split("\n").map(({ length }) => ({ length, author: null }));
  }

  /** `line` counts from 1. */
  authorOf(line: number): string | null {
    return this.#lines[line - 1]?.author ?? null;
  }

  get lengths(): number[] {
    return this.#lines.map(({ length }) => length);
  }

  apply(delta: TextDelta, author: string): void {
    let at = 0;
    let column = 0;
    for (const { retain = 0, insert, delete: gone = 0 } of delta) {
      for (let left = retain; left > 0;) {
        const rest = this.#length(at) - column;
        if (left <= rest) {
          column += left;
          break;
        }
        left -= rest + 1;
        [at, column] = [at + 1, 0];
      }
      if (typeof insert === "string") [at, column] = this.#insert(at, column, insert, author);
      if (gone > 0) this.#delete(at, column, gone, author);
    }
  }

  #length(at: number): number {
    return this.#lines[at]?.length ?? Number.POSITIVE_INFINITY;
  }

  #insert(at: number, column: number, text: string, author: string): [at: number, column: number] {
    const line = this.#lines[at] ?? { length: column, author };
    const parts = text.split("\n").map(({ length }): Line => ({ length, author }));
    const [first, final] = [parts[0], parts.at(-1)];
    if (first === undefined || final === undefined) return [at, column];
    const end: [number, number] = [at + parts.length - 1, final.length + (first === final ? column : 0)];
    const rest = line.length - column;
    // A break before or after a whole line moves it and does not touch it.
    if (first !== final && final.length === 0 && column === 0) final.author = line.author;
    if (first !== final && first.length === 0 && rest === 0) first.author = line.author;
    first.length += column;
    final.length += rest;
    if (first === final) this.#lines[at] = first;
    else this.#lines = [...this.#lines.slice(0, at), ...parts, ...this.#lines.slice(at + 1)];
    return end;
  }

  #delete(at: number, column: number, count: number, author: string): void {
    const line = this.#lines[at];
    if (line === undefined) return;
    line.author = author;
    let last = at;
    let rest = line.length - column;
    for (let left = count; ;) {
      if (left <= rest || last + 1 >= this.#lines.length) {
        rest = Math.max(0, rest - left);
        break;
      }
      left -= rest + 1;
      rest = this.#length(++last);
      this.remover = author;
    }
    line.length = column + rest;
    if (last > at) this.#lines.splice(at + 1, last - at);
  }
}
