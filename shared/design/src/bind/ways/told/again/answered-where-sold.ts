import type { Cast, PlayedTable } from "../../cast/played.ts";
import { literally } from "../statement/statement.ts";

/**
 * Where the cases of an endpoint are told state by state, `GEBUCHT → 200 …` beside `ABGELAUFEN → 410`, the line of what is sold, in the
 * design's own word for it: what is there already is answered. Null where none is, or where it stands alone and may be what comes of it.
 */
export function answeredWhereSold(text: string, cast: Cast): string | null {
  const lines = text.split("\n").map((line) => line.replaceAll(/[`*"']/g, "").trim());
  for (const word of [...cast.values()].flatMap(soldWords)) {
    const line = lines.find((one) => answers(word.sold, one));
    if (line !== undefined && word.others.some((other) => lines.some((one) => isCaseOf(other, one))))
      return line.replace(marker, "").slice(0, longest);
  }
  return null;
}

const longest = 120;

const marker = /^(?:[-+•|]|\d{1,2}[.)])\s{0,3}/;

interface Word {
  sold: string;
  others: string[];
}

const soldWords = ({ columns }: PlayedTable): Word[] =>
  [...columns.values()].flatMap(({ column, values }) => {
    const sold = values.get("sold");
    const all = [...(column.values ?? []), ...values.values()];
    return sold === undefined ? [] : [{ sold, others: all.filter((one) => one !== sold) }];
  });

/** A line that begins with a state, alone or as a condition: `GEBUCHT`, `status = GEBUCHT`, `¿estado = vendido?`. */
const opening = (word: string): string =>
  String.raw`^(?:[-+•|]|\d{1,2}[.)])?\s{0,3}[¿¡]?(?:[\p{L}_.]{1,20}\s){0,2}(?:[\p{L}_.]{1,30}\s?={1,3}\s?)?${literally(word)}(?![\p{L}\d_])`;

const isCaseOf = (word: string, line: string): boolean => new RegExp(opening(word), "iu").test(line);

const answers = (word: string, line: string): boolean =>
  !writes.test(line) &&
  new RegExp(String.raw`${opening(word)}[^\n\d=]{0,80}(?:→|->|=>|:|\||,|\?)\s{0,3}200(?!\d)`, "iu").test(line) &&
  !/(?<!\d)[45]\d\d(?!\d)/.test(line);

/** What is set to it is not asked for it. */
const writes = /(?<!\p{L})(?:set|update|insert)(?!\p{L})/iu;
