import type { DocumentName, DocumentVersion } from "@proofroom/domain/document/document";
import { storableText } from "@proofroom/domain/document/storable-text";
import type { Changed } from "@proofroom/domain/interview/reading";
import * as Y from "yjs";
import { lineChanges } from "./line-changes.ts";
import { TouchedLines } from "./touched-lines.ts";

/** A row of the log on its way to the reader. */
export interface Row {
  seq: number;
  author: string;
  bytes: Uint8Array;
}

/** A document as the database had it at one version. */
export interface Base {
  epoch: number;
  seq: number;
  updates: Uint8Array[];
}

/** A document that is being followed: its state, and who touched which line since it was last told of. */
export class KeptDocument {
  readonly epoch: number;
  /** About what it holds. */
  bytes: number;
  #seq: number;
  #author: string | null = null;
  readonly #doc = new Y.Doc();
  readonly #text: Y.Text;
  #told: string;
  #touched: TouchedLines;

  /** `before` is the text that was told last; null where nothing was told yet. Throws where the updates have a gap. */
  constructor({ epoch, seq, updates }: Base, before: string | null) {
    this.epoch = epoch;
    this.#seq = seq;
    this.bytes = updates.reduce((sum, { length }) => sum + length, 0);
    for (const update of updates) Y.applyUpdate(this.#doc, update);
    const { pendingStructs, pendingDs } = this.#doc.store;
    if (pendingStructs !== null || pendingDs !== null) throw new Error("the updates have a gap");
    this.#text = this.#doc.getText("content");
    const text = this.text;
    this.#told = before ?? text;
    this.#touched = new TouchedLines(text);
    this.#text.observe((event, transaction) => {
      if (typeof transaction.origin === "string") this.#touched.apply(event.delta, transaction.origin);
    });
  }

  get version(): DocumentVersion {
    return `${this.epoch}.${this.#seq}`;
  }

  get text(): string {
    return storableText(this.#text.toJSON());
  }

  /** False where a row is missing in between: the document must be loaded anew. Rows that it has already are passed over. */
  append(rows: readonly Row[]): boolean {
    for (const { seq, author, bytes } of rows) {
      this.#author = author;
      if (seq <= this.#seq) continue;
      if (seq !== this.#seq + 1) return false;
      Y.applyUpdate(this.#doc, bytes, author);
      this.#seq = seq;
      this.bytes += bytes.length;
    }
    return true;
  }

  /** What changed since this was last asked, one entry for each author. */
  takeChanged(document: DocumentName): Changed[] {
    const text = this.text;
    const { lines, removed } = lineChanges(this.#told, text);
    const touched = this.#touched;
    this.#told = text;
    this.#touched = new TouchedLines(text);
    if (this.#author === null || (lines.length === 0 && removed === 0)) return [];
    const last = this.#author;
    const remover = removed === 0 ? null : (touched.remover ?? last);
    const byAuthor = Map.groupBy(lines, (line) => touched.authorOf(line) ?? last);
    if (remover !== null && !byAuthor.has(remover)) byAuthor.set(remover, []);
    return [...byAuthor].map(([author, own]) => ({
      document,
      version: this.version,
      author,
      lines: own,
      removed: author === remover ? removed : 0,
    }));
  }

  destroy(): void {
    this.#doc.destroy();
  }
}
