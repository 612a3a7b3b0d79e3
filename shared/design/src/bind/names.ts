import { remembered, rememberedOf } from "../text/remembered.ts";

/** `longUrl`, `long_url`, `Long-URL` → `long`, `url`; `место_id` → `mesto`, `id`. */
export const wordsIn = (text: string): string[] =>
  inLatin(text.slice(0, 400))
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");

/** As Cyrillic is written in Latin letters, in which the vocabulary has its words. */
const inLatin = (text: string): string =>
  /[\u0400-\u04ff]/.test(text)
    ? text.replace(/[\u0400-\u04ff]/g, (sign) => latin.get(sign.toLowerCase()) ?? sign)
    : text;

const latin: ReadonlyMap<string, string> = new Map(
  "а:a б:b в:v г:g д:d е:e ё:e ж:zh з:z и:i й:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch ъ: ы:y ь: э:e ю:yu я:ya і:i ї:yi є:ye ґ:g ј:j љ:lj њ:nj ћ:c ђ:dj џ:dz"
    .split(" ")
    .map((pair): [string, string] => [pair.slice(0, 1), pair.slice(2)]),
);

/** What two spellings of one name have in common; whose id it is may stand behind it, `id_place`, as before it. */
export const plain = remembered((name: string): string => {
  const words = wordsIn(name);
  const [first, ...rest] = words;
  return first === "id" ? [...rest, first].join("") : words.join("");
});

/** A name's words, a blank before each, so that the end of one can be compared with another. */
export const spaced = remembered((text: string): string =>
  wordsIn(text)
    .map((word) => ` ${word}`)
    .join(""),
);

/** As a word is written where there are no accents: `bestätigen` is `bestaetigen`, `réserver` is `reserver`. */
export const inAscii = remembered((word: string): string =>
  word
    .toLowerCase()
    .replace(/[äöüßłøæœı]/g, (sign) => plainly[sign] ?? sign)
    .normalize("NFD")
    .replace(/\p{M}/gu, ""),
);

/** Letters that are no other one with an accent. */
const plainly: Record<string, string> = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  ß: "ss",
  ł: "l",
  ø: "o",
  æ: "ae",
  œ: "oe",
  ı: "i",
};

export const isSameName = (a: string, b: string): boolean => plain(a) === plain(b);

/**
 * `links` → `link`, `entries` → `entry`, `boxes` → `box`, `statuses` → `status`, though `purchases` → `purchase`; `retenciones` →
 * `retencion`, `opcoes` → `opcao`.
 */
export const singular = remembered((word: string): string => {
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/[cs]iones$/.test(word)) return word.slice(0, -2);
  if (/[csç][oõ]es$/.test(word)) return `${word.slice(0, -3)}${word.at(-3) === "õ" ? "ão" : "ao"}`;
  if (/(?:ss|[^o]us|ias|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return /[^su]s$/.test(word) ? word.slice(0, -1) : word;
});

/**
 * Whether two words are one but for their ending, as one thing and several are in languages of which no list of endings is
 * kept here: `prenotazione` and `prenotazioni`, `miejsce` and `miejsca`.
 */
export const isAlmostSame = (a: string, b: string): boolean =>
  isSameFor(0.75, a, b) || isUmlauted(a, inAscii(b)) || isUmlauted(b, inAscii(a));

/** German `platz` and `plaetze`, `block` and `bloecke`, `haus` and `haeuser`. */
const isUmlauted = (one: string, several: string): boolean =>
  one.length >= 4 &&
  /[aou]e/.test(several) &&
  ["", "e", "er"].some((ending) => {
    const stem = several.endsWith(ending) ? several.slice(0, several.length - ending.length) : several;
    return stem !== one && stem.replace(/([aou])e(?=u?[^aeiou])/, "$1") === one;
  });

/** As `isAlmostSame`, where the stem itself changes with the ending: Finnish `paikka` and `paikat`, Hungarian `foglalás` and `foglalt`. */
export const beginsAlike = (a: string, b: string): boolean => isSameFor(0.6, a, b);

function isSameFor(share: number, a: string, b: string): boolean {
  const longest = Math.max(a.length, b.length);
  let same = 0;
  while (same < longest && a[same] === b[same]) same += 1;
  return same >= 4 && same >= longest * share && Math.abs(a.length - b.length) <= 2;
}

/** A name's words, each in the singular. */
export const stems = remembered((text: string): readonly string[] => wordsIn(text).map(singular));

/** Each name of a list as `plain` has it; a problem's lists are long, and every column is held against them. */
export const plains = rememberedOf((names: readonly string[]): readonly string[] => names.map(plain));
