import type { Column } from "@proofroom/domain/design/model";
import { type Statement, quoted } from "./statement.ts";

/** A range of time that a step writes: from `begin`, of a row that is there from where its own begins; null is no end. */
export class TimeRange {
  readonly begin: Date;
  readonly end: unknown;

  constructor(begin: Date, end: unknown) {
    this.begin = begin;
    this.end = end;
  }
}

const moments: Record<string, string> = { tstzrange: "timestamptz", tsrange: "timestamp", daterange: "date" };

export const isTimeRange = (column: Column | undefined): boolean =>
  column !== undefined && Object.hasOwn(moments, column.type);

/** The range as SQL; `isChanged` where the row is there already. */
export function rangeSql(statement: Statement, { begin, end }: TimeRange, column: Column, isChanged: boolean): string {
  const moment = moments[column.type] ?? "timestamptz";
  const bound = (value: unknown): string => `${statement.bind(value)}::${moment}`;
  const from = isChanged ? `coalesce(lower(${quoted(column.name)}), ${bound(begin)})` : bound(begin);
  return `${column.type}(${from}, ${bound(end ?? null)}, '[)')`;
}

const whereEnd = { "=": "=", "<": "<=", "<=": "<=", ">": ">", ">=": ">" } as const;

/** A range compared with a moment by its end, which it does not contain any more; without one it ends after everything. */
export const endSql = (name: string, operator: keyof typeof whereEnd, moment: string): string =>
  `coalesce(upper(${name}), 'infinity') ${whereEnd[operator]} ${moment}`;
