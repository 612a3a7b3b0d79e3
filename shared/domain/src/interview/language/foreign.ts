import { plain, wordsIn } from "./plain.ts";

/** Small words of each language that English does not have, folded; they stand in nearly every sentence. */
const own = [
  "der die das den dem ein eine einen ist sind und nicht wie viele wieviel gibt muss mussen soll sollen konnen wird werden fur mit auf wir ihr sie es ob laufen",
  "le les des du est sont combien faut doit doivent nous vous il ils elle une pour avec dans quel quelle quels quelles que qui est-ce peut peuvent sur ce cette",
  "el los las una es son cuantas cuantos cuanto cual cuales hay debe deben puede pueden para con por que se del al como tienen tiene necesitamos",
  "o os as um uma sao quantas quantos quanto qual quais ha deve devem pode podem para com por que do da dos das ao como tem nos precisamos",
  "il lo gli una e sono quanti quante quanto quale quali deve devono puo possono per con che del della dei delle al come ci si serve",
].map((words) => new Set(words.split(" ")));
const english = new Set(
  "the a an is are do does did how many much what which who when where why of and or to in on for with we our it its be can could should must may have has there that this they".split(
    " ",
  ),
);

/** Whether a message is written in another language than English, by its letters or by its small words. */
export function isForeign(text: string): boolean {
  const letters = plain(text).match(/\p{L}/gu) ?? [];
  if (letters.filter((letter) => !/\p{Script=Latin}/u.test(letter)).length > letters.length / 2) return true;
  const words = wordsIn(text);
  const count = (of: ReadonlySet<string>): number => words.filter((word) => of.has(word)).length;
  const most = Math.max(...own.map(count));
  return most >= 2 && most > 2 * count(english);
}
