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
    for (const line of text.split("\n").slice(0, mostLines)) {
      const words = wordsAt(line);
      if (words === undefined) continue;
      subject = named(words) ?? subject;
      if (subject !== undefined) said.set(subject, [...(said.get(subject) ?? []), words]);
    }
  }
  return (subject) => (said.get(subject) ?? []).join("\n");
}

const mostLines = 400;

/** What a line says: the words at an arrow or of a note, or the case that begins. */
function wordsAt(line: string): string | undefined {
  const [, message] = /^[^:\n]{1,80}(?:--?>>?|--?[x)])[^:\n]{1,60}:\s?(.{1,400})/.exec(line) ?? [];
  const [, note] = /^\s*note\s[^:\n]{1,80}:\s?(.{1,400})/i.exec(line) ?? [];
  const [, alternative] = /^\s*(?:alt|else|opt|break|critical|option)\s(.{1,200})/.exec(line) ?? [];
  return message ?? note ?? (alternative === undefined ? undefined : `${alternative}:`);
}
