import type { Column } from "@proofroom/domain/design/model";
import { ofReading, remembered, rememberedOf } from "../../../../text/remembered.ts";
import { literally } from "../statement/statement.ts";

/** How a design writes that what a column says never ends: nothing, or Postgres's own word. */
export type Endless = null | "infinity";

/** Whether a column keeps a range of time. */
export const isTimeRange = ({ type }: Column): boolean => /^(?:tstz|ts|date)range$/.test(type);

/**
 * What the documents write into a column when its row is for good: `tstzrange(lower(during), null)`, `upper_inf(during)`, `valid_until =
 * 'infinity'`, `expires_at: null once sold`. Undefined where they speak of no such thing.
 */
export const endlessIn = (text: string, column: Column): Endless | undefined => endlessOf(column)(text);

/** Each way of each endpoint asks, of the same columns in the same documents. */
const endlessOf = rememberedOf((column: Column) => remembered((text) => readEndless(text, column), ofReading));

function readEndless(text: string, column: Column): Endless | undefined {
  const name = String.raw`(?<![\w.])(?:\w+\.)?["\`]?${literally(column.name)}["\`]?(?!\w)`;
  const says = (pattern: string): boolean => new RegExp(pattern, "i").test(text);
  if (!isTimeRange(column)) {
    if (says(String.raw`${name}\s*(?:=|:=?)\s*'infinity'`)) return "infinity";
    if (!column.nullable) return undefined;
    const isNothing = says(`${name}[^\\n.;]{0,60}\\bnull\\b[^\\n.;]{0,30}${forGood}`);
    return isNothing || says(`${forGood}[^\\n.;]{0,30}${name}[^\\n.;]{0,20}\\bnull\\b`) ? null : undefined;
  }
  const opened = new RegExp(String.raw`range\s*\(\s*lower\s*\(\s*${name}\s*\)\s*,\s*(null|'infinity')`, "i").exec(text);
  if (opened !== null) return opened[1]?.toLowerCase() === "null" ? null : "infinity";
  if (says(String.raw`upper_inf\s*\(\s*${name}`)) return null;
  if (says(String.raw`[[(]\s*[\w()']{1,40}\s*,\s*(?:infinity|∞)\s*\)`)) return "infinity";
  return says(String.raw`[[]\s*[\w()']{1,40}\s*,\s*\)|${noEnd}`) ? null : undefined;
}

const forGood = String.raw`(?:sold|booked|confirmed|paid|for good|permanent|forever|never (?:ends|expires)|no (?:end|expiry))`;

const noEnd = String.raw`\bunbounded\b|\bopen[- ]ended\b|\bwithout (?:an )?end\b|\b(?:does not|doesn't|never) ends?\b|\bno (?:upper bound|end)\b|\bto infinity\b|\bunbefristet\b|\bsin fin\b|\bsans fin\b`;
