const endings = /(?:ies|ing|ed|es|s|y|e)$/;

const rootOf = (word: string): string => (word.length > 4 ? word.replace(endings, "") : word);

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Whether a text holds a word or phrase, whatever its endings and case. */
export function mentions(text: string, phrase: string): boolean {
  const wanted = words(phrase).map(rootOf);
  const [first] = wanted;
  if (first === undefined) return false;
  const said = words(text).map(rootOf);
  const fits = (at: number) => wanted.every((root, n) => isSame(said[at + n], root));
  return said.some((_, at) => fits(at));
}

/** A long root also fits what grows from it: `cach` fits `caching`. */
const isSame = (said: string | undefined, root: string): boolean =>
  said !== undefined && (said === root || (root.length >= 4 && said.startsWith(root)));
