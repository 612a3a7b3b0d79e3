import type { Source } from "@proofroom/domain/interview/place";
import { pointName } from "@proofroom/domain/interview/report/point-name";
import type { ItemId } from "@proofroom/domain/interview/speech";
import { type Markup, markup, nothing } from "./markup.ts";

export const timeOf = (at: string): string => `${at.slice(0, 16).replace("T", " ")} UTC`;

/** Where a statement comes from, in words: a file has nothing to click. */
function whereOf({ kind, document, line, version, seq, name }: Source): string {
  switch (kind) {
    case "document":
      return `${document ?? "document"}${line === undefined ? "" : ` line ${line}`}, version ${version ?? "unknown"}`;
    case "message":
      return `chat, message ${seq ?? ""}`;
    case "result":
      return name === undefined ? "a run's result" : `result: ${name}`;
  }
}

/** A statement with the point it is about, its quote, its source and its time. */
export function statement(said: {
  item?: ItemId | undefined;
  text: string;
  quote?: string | undefined;
  source: Source | null;
  at?: string | undefined;
}): Markup {
  const where = said.source === null ? [] : [whereOf(said.source)];
  const from = [...where, ...(said.at === undefined ? [] : [timeOf(said.at)])].join(", ");
  const quote = said.quote === undefined ? nothing : markup`<blockquote>${said.quote}</blockquote>`;
  const point = said.item === undefined ? nothing : markup`<strong>${pointName(said.item)}</strong> `;
  return markup`<li>${point}${said.text}${quote} <span class="dim">${from}</span></li>`;
}
