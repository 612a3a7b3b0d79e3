import { inAscii, singular, wordsIn } from "../names.ts";
import { remembered } from "../../text/remembered.ts";

/** The subject whose word a title has first, a word that several share telling nothing. `subjects` are the words of each. */
export function subjectIn(title: string, subjects: ReadonlyMap<string, readonly string[]>): string | undefined {
  for (const word of wordsIn(title)) {
    const said = wordRead(word);
    const [only, other] = [...subjects].filter(([, words]) => words.some((one) => isLike(wordRead(one), said)));
    if (only !== undefined && other === undefined) return only[0];
  }
  return undefined;
}

/** `hold` and `holding`, `confirm` and `confirmation`, `reserve` and `reservations`, `vormerken` and `vormerkungen`; not `pesa` and `pesan`. */
function isLike({ word: a, one }: WordRead, { word: b, one: other }: WordRead): boolean {
  if (one === other) return true;
  const shorter = Math.min(a.length, b.length);
  let same = 0;
  while (same < shorter && a[same] === b[same]) same += 1;
  const isBegun = same === shorter && Math.abs(a.length - b.length) <= 5;
  return (same >= (b.length === shorter ? 5 : 4) && isBegun) || (same >= 5 && same >= shorter * 0.6);
}

interface WordRead {
  /** In ASCII. */
  word: string;
  /** Of one thing. */
  one: string;
}

const wordRead = remembered((text: string): WordRead => {
  const word = inAscii(text);
  return { word, one: singular(word) };
});
