import { plains, singular } from "../../names.ts";
import { remembered, rememberedOf } from "../../../text/remembered.ts";
import { isSameNoun } from "../../same-noun.ts";

/** The score of a table that is called as a role is and not otherwise. */
export const wholeName = 3;

/** How well the words of a table's name say a role: all of them, its last ones, or any; 0 where none does. */
export const nameScore = (names: readonly string[], words: readonly string[]): number =>
  scoringBy(names)(words.join(" "));

/** Each table is weighed for each role, again and again. */
const scoringBy = rememberedOf((names: readonly string[]) => {
  const called = plains(names);
  return remembered((words: string): number => scoreOf(called, words.split(" ")));
});

function scoreOf(called: readonly string[], words: readonly string[]): number {
  const whole = words.join("");
  if (called.some((name) => isSameNoun(name, whole))) return wholeName;
  const lasts = [words.at(-1) ?? "", words.slice(-2).join("")];
  if (called.some((name) => lasts.some((last) => isSameNoun(name, last)))) return 2;
  if (called.some((name) => words.includes(name))) return 1;
  // `StageSeat` without quotes is `stageseat` to Postgres.
  const single = singular(whole);
  return called.some((name) => name.length > 3 && single.endsWith(name)) ? 1 : 0;
}
