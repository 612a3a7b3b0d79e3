import { ofSentences, remembered } from "../../text/remembered.ts";
import { withoutDots } from "../../text/sentences.ts";

const hash =
  /(?<!\p{L})(?:re-?|ge)?(?:sha-?\d{1,3}|md5|blake\p{L}{0,3}|xxhash\d{0,3}|murmur\p{L}{0,9}|crc-?32|hash\p{L}{0,6}|hach\p{L}{1,4}|digest)(?!\p{L})/iu;
const address =
  "(?<!\\p{L})(?:(?:long|original|target)[ _-]?)?(?:ur[il]|link|address|adresse|target|destination|ziel|enlace|lien|adres\\p{L}{0,2})(?!\\p{L})";
const number =
  "(?<!\\p{L})(?:counter|(?:try|attempt|retry|probe|running|sequence|collision|serial) (?:number|index|count|counter)|attempt|integer|suffix|index|number|digit|(?:predefined|fixed|constant) (?:string|text|word)|\\p{L}{0,10}zähler|zahl|nummer|contador|número|intento|compteur|numéro|suffixe|sufijo|sufixo|contatore|numero|licznik\\p{L}{0,2}|numer)(?!\\p{L})";
const adding =
  "(?<!\\p{L})(?:append\\p{L}*|add(?:s|ed|ing)?|attach\\p{L}*|concat\\p{L}*|suffix(?:ed)?|puts?|tack\\p{L}*|glu(?:es?|ed|ing)|sticks?|stuck|at (?:the|its) end|behind it|hinten|al final|à la fin|alla fine|no fi(?:m|nal)|na koń?c\\p{L}{1,2}|(?:ange)?häng\\p{L}*|angehängt|füg\\p{L}*|ajout\\p{L}*|añad\\p{L}*|agreg\\p{L}*|acrescent\\p{L}*|aggiung\\p{L}*|dopis\\p{L}*|dokle\\p{L}*|doda\\p{L}*)(?!\\p{L})";
/** `"#1"`, the first of what is put behind it. */
const first = `["'\`“„][#_:|/?&=-]{0,2}1["'\`”]`;
const near = "[^.;\\n]{0,40}?";
/** `append a counter to the url`, `the URL with a counter appended`, `an die URL hängen wir einen Zähler`. */
const appended = [
  [adding, number, address],
  [address, number, adding],
  [address, adding, number],
  [number, adding, address],
  [address, first, adding],
  [adding, first, address],
].map((parts) => new RegExp(parts.join(near), "iu"));
/** `url + "#1"`, `url || '-1'`, `url#1`: the first of the numbers that are put behind it. */
const numbered = new RegExp(
  `${address}["'\`]?(?:\\s?(?:\\+|\\|\\||&|\\.\\.?)\\s?["'\`“‘„]{0,2}[#_:|/?&=-]{0,2}|[#_:-])1(?![\\d.]?\\d)`,
  "iu",
);
/** What is drawn makes another code of the same URL each time. */
const drawn = /random|salt|nonce|uuid|timestamp|clock|current time|zuf[aä]ll|aleat|losow|casual/iu;

/**
 * Whether a sentence makes the next code by hashing the URL with a number behind it, which another send of the same URL comes to as well:
 * `we append a counter to the url, hash again`.
 */
export const isHashedOnwards = remembered((sentence: string): boolean => {
  const plain = withoutDots(sentence);
  return hash.test(plain) && !drawn.test(plain) && (numbered.test(plain) || appended.some((one) => one.test(plain)));
}, ofSentences);
