const longest = 120;

/** A long reason in two parts: the sentence to read at once, and the rest for whoever mends it. */
export function partsOf(reason: string): { first: string; rest: string } {
  const text = reason.trim();
  if (text.length <= longest) return { first: text, rest: "" };
  const end = /[.!?](?=\s)|\n/.exec(text);
  if (end === null) return { first: text, rest: "" };
  return { first: text.slice(0, end.index + 1).trim(), rest: text.slice(end.index + 1).trim() };
}
