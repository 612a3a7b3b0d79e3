import { DocumentName } from "@proofroom/domain/document/document";
import type { Reading } from "@proofroom/domain/interview/reading";
import { lineChanges } from "../reading/line-changes.ts";
import type { Fence } from "./untrusted.ts";

type Documents = Pick<Reading, "texts" | "versions">;

/** Of each document; the rest is to be had by `read_document`. */
const mostLines = 400;
const mostChars = 24_000;

const versionsOf = ({ versions }: Documents): string =>
  DocumentName.options.map((name) => `${name} ${versions[name]}`).join(", ");

/** All documents with numbered lines. */
export function snapshotOf(documents: Documents, fence: Fence): string {
  const all = DocumentName.options.map((name) => {
    const text = documents.texts[name];
    if (text.trim() === "") return `[${name} is empty.]`;
    return fence.around(name, numbered(text.split("\n")), { version: documents.versions[name] });
  });
  return `<room_state version="${versionsOf(documents)}">\n${all.join("\n")}\n</room_state>`;
}

/** What changed since the snapshot, in lines of now; the newest state of a line is the one that counts. */
export function diffOf(base: Documents, now: Documents, fence: Fence): string {
  const all = DocumentName.options.flatMap((name) => {
    const { lines, removed } = lineChanges(base.texts[name], now.texts[name]);
    if (lines.length === 0 && removed === 0) return [];
    const gone = removed === 0 ? "" : `[${name}: ${removed} lines were taken out.]`;
    const text = now.texts[name].split("\n");
    const come = lines.length === 0 ? "" : fence.around(name, numbered(text, lines), { version: now.versions[name] });
    return [come, gone].filter((part) => part !== "");
  });
  const changes = all.length === 0 ? "[Nothing changed since the snapshot.]" : all.join("\n");
  return `<room_state version="${versionsOf(now)}" since="${versionsOf(base)}">\n${changes}\n</room_state>`;
}

/** How much of the documents is different, from 0 to 1. */
export function shareChanged(base: Documents, now: Documents): number {
  let [changed, total] = [0, 0];
  for (const name of DocumentName.options) {
    const { lines, removed } = lineChanges(base.texts[name], now.texts[name]);
    changed += lines.length + removed;
    total += Math.max(base.texts[name].split("\n").length, now.texts[name].split("\n").length);
  }
  return changed / Math.max(1, total);
}

/** `14| text` for each of the lines, as many as are shown at once. */
export function numbered(text: readonly string[], lines = text.map((_, n) => n + 1)): string {
  const shown: string[] = [];
  let chars = 0;
  for (const line of lines.slice(0, mostLines)) {
    const row = `${line}| ${(text[line - 1] ?? "").slice(0, 1_000)}`;
    chars += row.length;
    if (chars > mostChars) break;
    shown.push(row);
  }
  const left = lines.length - shown.length;
  return [...shown, ...(left === 0 ? [] : [`… ${left} more lines, see read_document`])].join("\n");
}
