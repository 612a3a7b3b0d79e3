import { codeApart } from "../../text/code-apart.ts";
import { asSaid, sentencesIn } from "../../text/sentences.ts";
import { denying } from "../../text/denial.ts";

/** What the design document says of workers, beside what it draws. */
export const saidOfWorkers = (design: string): string[] =>
  (spoken.test(design) ? sentencesIn(proseOf(design)) : [])
    .map(withoutPurpose)
    .filter((sentence) => spoken.test(sentence) && !denied.test(sentence));

/**
 * Which of these sentences has a worker write the thing that one of these words names: "New links are written by the
 * worker", "the consumer then inserts the clicks". Null where none has.
 */
export function saidLater(things: readonly string[], ofWorkers: readonly string[]): string | null {
  const names = things.filter((word) => /^[\p{L}\p{N}]{2,40}$/u.test(word)).join("|");
  if (names === "") return null;
  const thing = `(?:${names})(?:s|es)?`;
  const doing = `(?:written|inserted|persisted|saved|stored)(?:[\\s-]+\\p{L}+){0,3}?\\s+(?:by|in|through|via)`;
  const passive = `${thing}\\s+(?:(?:is|are|gets?|will|be|only|then|later)\\s+){1,3}${doing}(?:\\s+[\\p{L}\\p{N}-]+){0,4}?\\s+${taker}`;
  const active = `${taker}\\s+(?:then\\s+|later\\s+)?(?:writes?|inserts?|persists?|saves?|stores?)\\s+(?:(?:the|an?|each|every|all|new|it|as)\\s+)*${thing}(?![\\p{L}\\p{N}_])`;
  const said = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${passive}|${active})`, "iu");
  const found = ofWorkers.find((sentence) => said.test(sentence));
  return found === undefined ? null : asSaid(found);
}

/**
 * Which of these sentences has a worker write rows of this very table: "the consumer inserts a `click` row", "the worker
 * adds a row to `click_events`". Null where none has.
 */
export function saidWritten(table: string, ofWorkers: readonly string[]): string | null {
  const [name = ""] = /^\w{2,40}$/.exec(table) ?? [];
  if (name === "") return null;
  const row = `${name.replace(/s$/i, "")}s?(?![\\p{L}\\p{N}_])`;
  const active = `${taker}(?:${between})?\\s+(?:${adds})\\s+(?:(?:${into})\\s+)*[\`"*]{0,2}${row}`;
  const passive = `(?<![\\p{L}\\p{N}_])${row}[\`"*]{0,2}(?:\\s+rows?)?\\s+(?:is|are)\\s+(?:then\\s+|later\\s+)?(?:written|inserted|persisted|saved|stored|added|appended|recorded)\\s+(?:later\\s+)?by(?:\\s+[\\p{L}\\p{N}-]+){0,4}?\\s+${taker}`;
  const said = new RegExp(`${active}|${passive}`, "iu");
  const found = ofWorkers.find((sentence) => said.test(sentence));
  return found === undefined ? null : asSaid(found);
}

/** What a worker does before the verb, too: "takes each, counts it and". */
const between =
  "\\s+(?:then|later|dann|luego|puis)|(?:[^.;\\n]|\\.(?=\\w)){1,120}?(?:\\s(?:and|then|also|und|y|e|et|en)|,)";
const adds =
  "writes?|inserts?|persists?|saves?|stores?|adds?|appends?|records?|schreibt|speichert|inserta|escribe|guarda|insère|écrit|enregistre|insere|grava|inserisce|scrive|registra";
const into =
  "the|an?|one|each|every|all|new|it|as|rows?|into|in|to|them|of|eine?n?|zeilen?|die|una?|filas?|en|la|une|lignes?|dans|uma|linhas?|na|em|riga|nella";

/** What a sentence says of why is no part of what is done. */
export const withoutPurpose = (sentence: string): string => sentence.split(/\bso that\b/i)[0] ?? "";

const spoken = /worker|consumer/i;
const taker = "(?:workers?|consumers?)";

export const isDenied = (sentence: string): boolean => denied.test(sentence);

const denied = new RegExp(denying(["not", "no", "without", "instead", "supposed"], "alternative(?:ly)?"), "iu");

/** A text without its code, whose place parts what is said before it from what is said behind. */
export const proseOf = (design: string): string =>
  codeApart(design, () => "\n").replaceAll(/^[ \t]*(?:`{3,}|~{3,}|:{3,}).*$/gm, "");
