import { denying } from "./denial.ts";

/** Whether one of these texts speaks of a header where it does not say that there is none; each header is looked for once. */
export function speakingOf(...texts: string[]): (header: string) => boolean {
  const lowered = texts.map((text) => [text, text.toLowerCase()] as const);
  const known = new Map<string, boolean>();
  return (header) => {
    const wanted = header.toLowerCase();
    const isSaid =
      known.get(wanted) ??
      lowered.some(([text, lower]) =>
        placesOf(wanted, text, lower).some(({ before, after }) => !none.test(before) && !missing.test(after)),
      );
    known.set(wanted, isSaid);
    return isSaid;
  };
}

/** "There is no …", "without an …", "ohne …", as near as makes it about the word that follows. */
const none = new RegExp(`${denying(["not", "no", "without"], "ni")}[^,.;:|{}[\\]]{0,24}$`, "iu");
const missing = /^[^,.;:]{0,12}(?<!\p{L})(?:not|yet|later|todo|missing|fehlt|falta|manque)(?!\p{L})/iu;

/** What stands around a word, written in small letters, on its line, as often as it is there. */
function placesOf(wanted: string, text: string, lowered: string): { before: string; after: string }[] {
  const found: { before: string; after: string }[] = [];
  for (let at = lowered.indexOf(wanted); at !== -1 && found.length < 20;) {
    const end = at + wanted.length;
    const before =
      text
        .slice(Math.max(0, at - 80), at)
        .split("\n")
        .at(-1) ?? "";
    found.push({ before, after: text.slice(end, end + 80).split("\n")[0] ?? "" });
    at = lowered.indexOf(wanted, end);
  }
  return found;
}
