import { isSequence } from "../../topology/sequence.ts";
import { blocksIn } from "../../text/fence.ts";

/**
 * What sequence diagrams say along their arrows from a request on, `POST /seats/{id}/hold`, to the next one: its statements, answers and cases.
 * `named` is the subject of a title that writes an endpoint out; "" of one of which no diagram says anything.
 */
export function sequencesTold(
  design: string,
  named: (title: string) => string | undefined,
): (subject: string) => string {
  const said = new Map<string, string[]>();
  for (const { language, text } of blocksIn(design)) {
    if (language !== "mermaid" || !isSequence(text)) continue;
    let subject: string | undefined;
    let sent: string[] = [];
    for (const line of text.split("\n").slice(0, mostLines)) {
      const words = wordsAt(line);
      if (words === undefined) continue;
      const own = named(words);
      if (own !== undefined) sent = [...words.matchAll(/(?<=\/)\d{1,12}(?!\d)/g)].map(([number]) => number);
      subject = own ?? subject;
      if (subject !== undefined)
        said.set(subject, [...(said.get(subject) ?? []), own === undefined ? passed(words, sent) : words]);
    }
  }
  return (subject) => (said.get(subject) ?? []).join("\n");
}

const mostLines = 400;

/** A statement with parameters in place of the numbers that a request of the drawing has in its path: `seat_id = 7` of `/seats/7/hold`. */
const passed = (words: string, sent: readonly string[]): string =>
  sent.reduce(
    (text, number, n) => text.replaceAll(new RegExp(`(?<=[=(,]\\s?)${number}(?![\\w.])`, "g"), `$$${n + 1}`),
    words,
  );

/** What a line says: the words at an arrow or of a note, or the case that begins. */
function wordsAt(line: string): string | undefined {
  const [, message] = /^[^:\n]{1,80}(?:--?>>?|--?[x)])[^:\n]{1,60}:\s?(.{1,400})/.exec(line) ?? [];
  const [, note] = /^\s*note\s[^:\n]{1,80}:\s?(.{1,400})/i.exec(line) ?? [];
  const [, alternative] = /^\s*(?:alt|else|opt|break|critical|option)\s(.{1,200})/.exec(line) ?? [];
  return message ?? note ?? (alternative === undefined ? undefined : `${alternative}:`);
}
