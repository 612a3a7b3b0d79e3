import { isThreat } from "./threats.ts";

/** Words that only ever demean people, as ROT13, so that nobody who reads this file has to read them. */
const demeaning: ReadonlySet<string> = new Set([
  "ornare",
  "obhtabhyr",
  "phag",
  "qnexvr",
  "raphyr",
  "snttbg",
  "sbgmr",
  "sebpvb",
  "tbyyvjbt",
  "uherafbua",
  "whqrafnh",
  "xnanxr",
  "xvxr",
  "znevpba",
  "zvfftroheg",
  "zbatbybvq",
  "artre",
  "avttn",
  "avttre",
  "cnxv",
  "chggnan",
  "enturnq",
  "ergneqrq",
  "fnaqavttre",
  "fpujhpugry",
  "furznyr",
  "fhouhzna",
  "fhqnpn",
  "gbjryurnq",
  "genaal",
  "hagrezrafpu",
  "ivnqb",
  "jrgonpx",
  "mvtrharecnpx",
]);

/** Turned on a person; what is said of a process, a pod or a design is not meant. */
const directed: readonly RegExp[] = [
  /\bf+u+c+k+ (?:you|u|off|yourself)\b|\bstfu\b|\bshut the fuck up\b/u,
  /\b(?:you are|you're|youre|ur|you) (?:(?:such|just|really|so|all) )?(?:a |an )?(?:(?:fucking|total|complete|stupid|worthless|goddamn) )?(?:idiots?|morons?|imbeciles?|dumbass|scum|piece of shit|bitch|whore|slut|pathetic|subhuman)\b/u,
  /\b(?:you are|you're|youre) (?:(?:just|really|so) )?(?:fucking )?(?:stupid|dumb|worthless|trash)(?![\p{L} -]* (?:to|if|when)\b)\b/u,
  /\b(?:son of a bitch|dumb bitch|stupid bitch|fils de pute|hijo de puta|filho da puta|figlio di puttana|nique ta mere|va te faire foutre|vete a la mierda|halt die fresse|fick dich|verpiss dich|vaffanculo|vai tomar no cu)\b/u,
];

/** Letters of other scripts, and signs, that are written for the Latin letters they look like. */
const lookAlike = new Map(
  ["aаα@4", "eеε3", "iіι1!|", "oоο0", "cсϲ", "pр", "xх", "yу", "sѕ$5", "kκк", "tт7", "nп", "gԍ9", "bв8"].flatMap(
    (row) => {
      const [latin = "", ...others] = row;
      return others.map((sign): [string, string] => [sign, latin]);
    },
  ),
);

const inLatin = (text: string): string => Array.from(text, (sign) => lookAlike.get(sign) ?? sign).join("");

const rot13 = (word: string): string =>
  word.replace(/[a-z]/gu, (letter) => {
    const code = letter.charCodeAt(0) + 13;
    return String.fromCharCode(code > 122 ? code - 26 : code);
  });

/** Lower case, without accents. */
const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();

/** Whether a text insults or threatens somebody. Words are taken whole: what only contains one is no insult. */
export function isAbusive(text: string): boolean {
  const said = plain(text).replace(/[’`´]/gu, "'");
  for (const one of new Set([said, said.replace(/[\p{L}\p{N}@$]*\p{L}[\p{L}\p{N}@$]*/gu, inLatin)])) {
    const line = one.replace(/\s+/gu, " ").trim();
    if (isThreat(line) || directed.some((pattern) => pattern.test(line))) return true;
  }
  return [...wordsOf(said)].some((word) => demeaning.has(rot13(word)));
}

function* wordsOf(text: string): Generator<string> {
  for (const [token] of text.matchAll(/[\p{L}\p{N}@$!|]+/gu)) yield* formsOf(token);
  // "w o r d" and "w.o.r.d" are a word as well.
  for (const [spaced] of text.matchAll(
    /(?<![\p{L}\p{N}])(?:[\p{L}\p{N}@$!][ ._*-]{1,2}){3,24}[\p{L}\p{N}@$!](?![\p{L}\p{N}])/gu,
  )) {
    yield* formsOf(spaced.replace(/[ ._*-]/gu, ""));
  }
}

function* formsOf(token: string): Generator<string> {
  const latin = inLatin(token);
  for (const word of new Set([
    token,
    latin,
    latin.replace(/(.)\1{2,}/gu, "$1$1"),
    latin.replace(/(.)\1{2,}/gu, "$1"),
  ])) {
    yield word;
    yield word.replace(/(?:e?s|z|en|e|ed)$/u, "");
  }
}
