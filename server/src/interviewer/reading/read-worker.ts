import "./after-keystrokes.ts";
import { parentPort } from "node:worker_threads";
import { loadReader, readDesign } from "@proofroom/design/read";
import { DocumentName, type DocumentVersion } from "@proofroom/domain/document/document";
import type { Changed, Reading } from "@proofroom/domain/interview/reading";
import type { Capability } from "@proofroom/domain/problem/problem";
import { anchorOfLine } from "./anchor.ts";
import { type Base, KeptDocument, type Row } from "./kept-document.ts";
import { KeptRooms } from "./kept-rooms.ts";

export interface DocumentNews {
  /** Set where the thread has to begin anew; `before` is then the text that was told last. */
  base: Base | null;
  before: string | null;
  rows: Row[];
}

export type ReadRequest =
  | {
      ask: "read";
      room: string;
      capabilities: Record<string, Capability>;
      news: Record<DocumentName, DocumentNews>;
    }
  | { ask: "anchor"; updates: Uint8Array[]; line: number }
  | { ask: "forget"; room: string };

export type ReadAnswer =
  | { outcome: "read"; reading: Reading; changed: Changed[] }
  /** The thread does not have these documents, or lost its place in them: their base must come along. */
  | { outcome: "lacks"; documents: DocumentName[] }
  | { outcome: "anchored"; position: Uint8Array }
  | { outcome: "forgotten" }
  | { outcome: "failed"; reason: string };

const rooms = new KeptRooms({ bytes: 32 * 1024 * 1024, rooms: 200 });

function answer(request: ReadRequest): ReadAnswer {
  switch (request.ask) {
    case "forget":
      rooms.forget(request.room);
      return { outcome: "forgotten" };
    case "anchor":
      return { outcome: "anchored", position: anchorOfLine(request.updates, request.line) };
    case "read":
      return read(request);
  }
}

function read({ room, capabilities, news }: Extract<ReadRequest, { ask: "read" }>): ReadAnswer {
  const kept = rooms.enter(room);
  const lacking = DocumentName.options.filter((name) => {
    const { base, before, rows } = news[name];
    if (base !== null) kept.replace(name, new KeptDocument(base, before));
    return kept.get(name)?.append(rows) !== true;
  });
  if (lacking.length > 0) return { outcome: "lacks", documents: lacking };

  const texts: Record<DocumentName, string> = { schema: "", api: "", design: "" };
  const versions: Record<DocumentName, DocumentVersion> = { schema: "0.0", api: "0.0", design: "0.0" };
  const changed: Changed[] = [];
  for (const name of DocumentName.options) {
    const document = kept.get(name);
    if (document === undefined) continue;
    texts[name] = document.text;
    versions[name] = document.version;
    changed.push(...document.takeChanged(name));
  }
  rooms.trim(room);
  const { ddl: _ddl, ...model } = readDesign(texts, capabilities);
  return { outcome: "read", reading: { texts, versions, model }, changed };
}

await loadReader();
parentPort?.on("message", ({ id, request }: { id: number; request: ReadRequest }) => {
  let said: ReadAnswer;
  try {
    said = answer(request);
  } catch (error) {
    // What was noted of this room may be half done; the next reading begins anew.
    if (request.ask === "read") rooms.forget(request.room);
    said = { outcome: "failed", reason: String(error) };
  }
  parentPort?.postMessage({ id, answer: said });
});
