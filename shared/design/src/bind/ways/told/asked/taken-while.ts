import type { Table } from "@proofroom/domain/design/model";
import type { UpdateStep } from "@proofroom/domain/design/step";
import { unspaced } from "../../../../text/unspaced.ts";
import { inAscii, wordsIn } from "../../../names.ts";
import type { Stage } from "../../stage.ts";
import { literally } from "../statement/statement.ts";
import { columnsIn } from "./less-asked.ts";

export type Meaning = "free" | "held" | "sold";

/** A row that is taken where it is free, and where it is held and its time is over. */
export interface Taken {
  /** Its columns of more than one word. */
  names: RegExp;
  state: string;
  until: string;
  values: Record<Meaning, string>;
  /** What people call a row of that meaning. */
  words: Record<Meaning, ReadonlySet<string>>;
}

/** What an update takes that asks for one of several things, a state and a time among them; null of any other, and of a time that never comes. */
export function takenWhile({ where }: UpdateStep, table: Table, stage: Stage): Taken | null {
  const { any: either } = where;
  if (!Array.isArray(either)) return null;
  const asked = either.flatMap(columnsIn);
  for (const [name, player] of stage.cast) {
    const [state, until] = [player.columns.get("state"), player.columns.get("until")];
    if (player.table !== table || state === undefined || until === undefined) continue;
    const [free, held, sold] = [state.values.get("free"), state.values.get("held"), state.values.get("sold")];
    if (free === undefined || held === undefined || sold === undefined) continue;
    if (!asked.includes(state.column.name) || !asked.includes(until.column.name)) continue;
    if (stage.endlessIn(until.column) !== undefined) continue;
    const known = stage.capability.ways?.roles[name]?.columns["state"]?.values ?? {};
    const called = (meaning: Meaning, value: string): ReadonlySet<string> =>
      new Set([inAscii(value), ...(known[meaning] ?? [])]);
    return {
      names: namesOf(table),
      state: state.column.name,
      until: until.column.name,
      values: { free, held, sold },
      words: { free: called("free", free), held: called("held", held), sold: called("sold", sold) },
    };
  }
  return null;
}

const namesOf = ({ columns }: Table): RegExp => {
  const long = columns.map(({ name }) => name).filter((name) => /_|[a-z][A-Z]/.test(name));
  const spelled = long.map((name) => literally(name)).join("|");
  return new RegExp(`(?<!\\w)(?:${spelled === "" ? "(?!)" : spelled})(?!\\w)`, "gi");
};

/** What a column is called tells nothing of how a row is: `held_until`. */
export const withoutColumns = (text: string, { names }: Taken): string => text.replaceAll(names, " ");

/** What a text says of how a row is, by its columns' values or in people's words; null where a word may mean one thing or another. */
export function meaningsIn(text: string, taken: Taken): Meaning[] | null {
  const spoken = wordsIn(text).map(inAscii);
  if (spoken.some((word) => ofEither.has(word) && !isValue(word, taken))) return null;
  return meanings.filter((one) => {
    const words = taken.words[one];
    return (
      spoken.some((word) => words.has(word)) || (unspaced.test(text) && [...words].some((word) => isSigns(word, text)))
    );
  });
}

const meanings: readonly Meaning[] = ["free", "held", "sold"];

const isValue = (word: string, { values }: Taken): boolean =>
  Object.values(values).some((value) => inAscii(value) === word);

/** What is said of what is held as well as of what is sold, or of something else. */
const ofEither: ReadonlySet<string> = new Set(
  "open taken occupied unavailable booked reserved belegt vergeben ocupado ocupada occupe occupee occupato bezet zajete dolu reservado reservada".split(
    " ",
  ),
);

const isSigns = (word: string, text: string): boolean => unspaced.test(word) && text.includes(word);
