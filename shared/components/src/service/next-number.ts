import type { Statement } from "./statement.ts";

/** The next number of a sequence, which the database draws as it writes the row. */
export class NextNumber {
  readonly sequence: string;

  constructor(sequence: string) {
    this.sequence = sequence;
  }
}

export const nextNumberSql = (statement: Statement, { sequence }: NextNumber): string =>
  `nextval(${statement.bind(sequence)}::text::regclass)`;
