import { plain, singular } from "../../names.ts";
import { isSameNoun } from "../../same-noun.ts";

/** The score of a table that is called as a role is and not otherwise. */
export const wholeName = 3;

/** How well the words of a table's name say a role: all of them, its last ones, or any; 0 where none does. */
export function nameScore(names: string[], words: readonly string[]): number {
  const whole = words.join("");
  if (names.some((name) => isSameNoun(plain(name), whole))) return wholeName;
  const lasts = [words.at(-1) ?? "", words.slice(-2).join("")];
  if (names.some((name) => lasts.some((last) => isSameNoun(plain(name), last)))) return 2;
  if (names.some((name) => words.includes(plain(name)))) return 1;
  // `StageSeat` without quotes is `stageseat` to Postgres.
  return names.some((name) => plain(name).length > 3 && singular(whole).endsWith(plain(name))) ? 1 : 0;
}
