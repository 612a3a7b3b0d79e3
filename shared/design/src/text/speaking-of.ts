/** Whether one of these texts speaks of a header in a sentence that does not say that it is not there. */
export const speakingOf =
  (...texts: string[]) =>
  (header: string): boolean =>
    texts.some((text) =>
      sentencesWith(header.toLowerCase(), text.toLowerCase()).some((sentence) => !denying.test(sentence)),
    );

const denying = /\b(?:no|not|without|never|yet|later|todo|kein\w{0,2}|ohne|nicht|sin|sem|sans|pas|nao|não|senza)\b/u;

/** What stands around a word, as far as its sentence reaches. */
function sentencesWith(word: string, text: string): string[] {
  const found: string[] = [];
  for (let at = text.indexOf(word); at !== -1 && found.length < 20; at = text.indexOf(word, at + word.length)) {
    const before = text.slice(Math.max(0, at - 120), at);
    const after = text.slice(at, at + 120);
    found.push(`${before.split(/[.;\n]/).at(-1) ?? ""}${after.split(/[.;\n]/)[0] ?? ""}`);
  }
  return found;
}
