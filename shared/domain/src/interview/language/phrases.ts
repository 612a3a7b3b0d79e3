import { mentions } from "./mentions.ts";
import type { Place } from "../place.ts";

/** Text as it stands inside a sentence: on one line, cut after `most` characters at a word. */
export function cited(text: string, most = 60): string {
  const plain = text
    .replaceAll(/\s+/g, " ")
    .replaceAll("`", "")
    .replaceAll('"', "'")
    .trim()
    .replace(/[.;,:]+$/, "");
  if (plain.length <= most) return plain;
  const cut = plain.slice(0, most);
  const space = cut.lastIndexOf(" ");
  return `${(space > most / 2 ? cut.slice(0, space) : cut).trimEnd()} …`;
}

/** How a line is named in a sentence: `schema 3`. */
export const named = (place: Pick<Place, "document" | "line">): string => `${place.document} ${place.line}`;

/** A span of time as people say it. */
export function about(millis: number): string {
  if (millis < 50_000) return "less than a minute";
  const whole = Math.round(millis / 60_000);
  return whole <= 1 ? "about a minute" : `about ${whole} minutes`;
}

export const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

/** The last question of an utterance; a bare `Then?` says nothing without the sentence before it. */
export function questionIn(text: string): string {
  const sentences = text.match(/[^.?!]+(?:[.?!](?!\s|$)[^.?!]*)*[.?!]*/g) ?? [text];
  const at = sentences.findLastIndex((sentence) => sentence.includes("?"));
  const question = (sentences[at] ?? text).trim();
  return question.split(/\s+/).length < 3 ? `${sentences[at - 1] ?? ""} ${question}`.trim() : question;
}

/** The clause of a message that holds a word, short enough to be quoted. */
export function quoteOf(text: string, word: string): string {
  const clauses = text
    .split(/[.;!?\n]+(?=\s|$)|,\s+/)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== "");
  const clause = clauses.find((one) => word !== "" && mentions(one, word)) ?? clauses[0] ?? text;
  return cited(clause.replace(fillers, ""), 80);
}

/** How people begin a sentence before they say anything. */
export const fillers = /^(?:(?:ok(?:ay)?|so|well|still|sorry|honestly|hm+|then|and|but|right|yes|yeah)\b[,.!]*\s*)+/i;
