import type { Token } from "./tokens.ts";

/** The parts of a piece of SQL, read from the first to the last. */
export class Reading {
  private readonly tokens: readonly Token[];
  private at = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  next(): Token | undefined {
    const token = this.tokens[this.at];
    this.at += 1;
    return token;
  }

  /** Whether this sign comes next; then it has been read. */
  sign(sign: string): boolean {
    return this.passes((token) => token.kind === "sign" && token.value === sign);
  }

  /** Whether this word comes next; then it has been read. */
  word(word: string): boolean {
    return this.passes((token) => token.kind === "word" && token.value === word);
  }

  get isOver(): boolean {
    return this.at >= this.tokens.length;
  }

  /** Where it is, to come back to. */
  get place(): number {
    return this.at;
  }

  goBack(place: number): void {
    this.at = place;
  }

  private passes(is: (token: Token) => boolean): boolean {
    const token = this.tokens[this.at];
    if (token === undefined || !is(token)) return false;
    this.at += 1;
    return true;
  }
}
