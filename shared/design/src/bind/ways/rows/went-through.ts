import type { Table } from "@proofroom/domain/design/model";
import { paidOf } from "./paid.ts";
import { setTo } from "../told/statement/statement.ts";

/**
 * How a row stands once what it is of has gone through, as updates of it write that: `update payments set status = 'charged'`. Nothing where
 * they write several and none of them is a word for it: a payment may be declined as well.
 */
export function wentThrough({ columns }: Table, sets: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    columns.flatMap(({ name, values = [] }): [string, string][] => {
      const written = values.filter((value) => sets.some((one) => setTo(name, one) === value));
      const [only, ...more] = written;
      const value = more.length === 0 ? only : paidOf(written);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
