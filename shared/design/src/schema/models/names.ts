/** `ShortLink` and `shortLink` → `short_link`. */
export const snake = (name: string): string =>
  name
    .replaceAll(/([\p{Ll}\d])(?=\p{Lu})/gu, "$1_")
    .replaceAll(/(\p{Lu})(?=\p{Lu}\p{Ll})/gu, "$1_")
    .toLowerCase();

const unlike: Record<string, string> = { person: "people", child: "children", man: "men", woman: "women" };

/** `category` → `categories`; a word that already is one stays. */
export function plural(word: string): string {
  const [, before = "", last = word] = /^(.*_)?([^_]+)$/.exec(word) ?? [];
  const other = unlike[last];
  if (other !== undefined) return before + other;
  if (/(?:people|children|data|info)$/.test(last)) return word;
  if (/[^aeiou]y$/.test(word)) return word.replace(/y$/, "ies");
  if (/(?:ss|x|z|ch|sh|us)$/.test(word)) return `${word}es`;
  return word.endsWith("s") ? word : `${word}s`;
}
