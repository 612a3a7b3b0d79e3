import { inAscii } from "../names.ts";
import { literally } from "../ways/told/statement/statement.ts";

/** That it is what came before, or came before, in the languages in which designs are written here; without accents. */
const before = new RegExp(
  [
    String.raw`(?<![\p{L}_])(?:same|again|already|repeat\p{L}*|retr(?:y|ies|ied)|known|seen|mism[oa]s?|ya|repetid[oa]s?|repit\p{L}*|reintent\p{L}*|meme|deja|repet\p{L}*|mesm[oa]s?|ja|stess[oai]|gia|ripet\p{L}*|derselbe\p{L}?|dieselbe\p{L}?|denselben|gleiche\p{L}?|schon|bereits|erneut|wiederhol\p{L}*|zelfde|al|reeds|t[eao] sam\p{L}{0,2}|ten sam|juz|ponown\p{L}*|samma|redan|ayn[iı]|zaten|tekrar\p{L}*|т(?:от|а|о|у) же|уже|повтор\p{L}*)(?!\p{L})`,
    "同じ|既に|すでに|再送|重複|相同|同一|同上|已|重复|再次|같은|이미|다시|نفس|مسبق|مكرر|אותו|כבר",
  ].join("|"),
  "iu",
);
const success = /(?<!\d)20[01](?!\d)/;
const refusal = /(?<!\d)4\d\d(?!\d)/;
/** What is made a second time is no answer to what was made the first. */
const anew =
  /(?<![\p{L}_])(?:(?:another|different|new|otr[oa]|nuev[oa]|autre|nouve(?:au|lle)|outr[oa]|nov[oa]|altr[oa]|nuov[oa]|neue\p{L}?|andere\p{L}?|nieuwe?|nowy|nowa|drug\p{L}|ny|nytt|yeni|нов\p{L}{2}|друг\p{L}{2,3}))(?!\p{L})|新しい|新的|新建|새로운/iu;

/** No line tells more of an answer. */
const longest = 400;

/**
 * Whether a line of a document answers with a success what comes again under the same value of a field, `id_zadania` or `idZadania`:
 * `200 – solicitud ya atendida`.
 */
export const isAnsweredAgain = (name: string, text: string): boolean => {
  const called = new RegExp(`(?<![\\w-])${literally(name)}(?![\\w-])`, "i");
  const says = (word: RegExp, one: string): boolean => word.test(one) || word.test(inAscii(one));
  return text
    .split("\n")
    .map((line) => line.slice(0, longest))
    .flatMap((line) => (refusal.test(line) ? line.split(/[|;]|\s\/\s/) : [line]))
    .some(
      (one) => called.test(one) && success.test(one) && !refusal.test(one) && says(before, one) && !says(anew, one),
    );
};
