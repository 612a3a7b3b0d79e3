/** `longUrl`, `long_url`, `Long-URL` → `long`, `url`. */
export const wordsIn = (text: string): string[] =>
  text
    .slice(0, 400)
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");

/** What two spellings of one name have in common. */
export const plain = (name: string): string => wordsIn(name).join("");

export const isSameName = (a: string, b: string): boolean => plain(a) === plain(b);

/** `links` → `link`, `entries` → `entry`, `boxes` → `box`. */
export function singular(word: string): string {
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:s|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return /[^su]s$/.test(word) ? word.slice(0, -1) : word;
}

/** A name's words, each in the singular. */
export const stems = (text: string): string[] => wordsIn(text).map(singular);
