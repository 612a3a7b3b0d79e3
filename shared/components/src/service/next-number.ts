import { alphabet } from "@proofroom/domain/design/base62";
import type { Statement } from "./statement.ts";

/** The next number of a sequence, which the database draws as it writes the row: all of a row have the same. */
export class NextNumber {
  readonly sequence: string;
  /** What is added to it. */
  readonly plus: number;
  readonly isInBase62: boolean;

  constructor(sequence: string, plus = 0, isInBase62 = false) {
    this.sequence = sequence;
    this.plus = plus;
    this.isInBase62 = isInBase62;
  }
}

export function nextNumberSql(statement: Statement, { sequence, plus, isInBase62 }: NextNumber): string {
  const draw = statement.draws.has(sequence) ? "currval" : "nextval";
  statement.draws.add(sequence);
  const drawn = `${draw}(${statement.bind(sequence)}::text::regclass)`;
  const number = plus === 0 ? drawn : `(${drawn} + ${statement.bind(plus)}::bigint)`;
  return isInBase62 ? inBase62(number, statement.bind(alphabet)) : number;
}

/** PostgreSQL has no such digits of its own: the last one is taken off until nothing is left. */
const inBase62 = (number: string, digits: string): string =>
  `(with recursive written(rest, digits) as (
    select ${number}, ''
    union all
    select rest / 62, substr(${digits}, (rest % 62)::int + 1, 1) || digits from written where rest > 0
  ) select coalesce(nullif(digits, ''), '0') from written where rest = 0)`;
