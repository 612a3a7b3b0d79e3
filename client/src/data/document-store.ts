import type { DocumentName } from "@proofroom/domain/document/document";
import * as Y from "yjs";
import type { DeviceTrouble } from "./document-save.ts";

/** What this device holds of one document. Bytes of different epochs never meet: merged, they would double the text. */
interface Recalled {
  epoch: number;
  updates: Uint8Array[];
  /** Edits made here that no room ever confirmed. */
  unsent: number;
}

export type Stored = { outcome: "stored" } | { outcome: "not-stored"; trouble: DeviceTrouble };

export interface DocumentStore {
  recall(): Promise<Recalled | null>;
  /** Resolves once the transaction is complete: only then does the edit survive the tab. */
  append(epoch: number, bytes: Uint8Array, isMine: boolean): Promise<Stored>;
  /** Notes that the room has everything, and folds a long tail of updates into one. */
  settle(epoch: number): Promise<Stored>;
  forget(): Promise<Stored>;
  close(): void;
}

interface Row {
  document: string;
  epoch: number;
  bytes: Uint8Array;
  isMine: boolean;
}

const rows = "updates";
const foldAbove = 200;

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("proofroom-documents", 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(rows, { autoIncrement: true }).createIndex("document", "document");
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("IndexedDB did not open"));
    request.onblocked = () => reject(new Error("IndexedDB is held by an older page"));
  });
}

function completed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error("the device did not keep the edit"));
  });
}

const troubleOf = (error: unknown): DeviceTrouble =>
  error instanceof DOMException && error.name === "QuotaExceededError" ? "full" : "blocked";

/** Keeps a document on this device, so that what is typed without a connection outlives a reload. */
export function openDocumentStore(room: string, name: DocumentName): DocumentStore {
  const document = `${room}/${name}`;
  const database = opened();
  database.catch(() => {}); // reported by the first use

  async function write(change: (store: IDBObjectStore) => void): Promise<Stored> {
    try {
      const transaction = (await database).transaction(rows, "readwrite");
      change(transaction.objectStore(rows));
      await completed(transaction);
      return { outcome: "stored" };
    } catch (error) {
      return { outcome: "not-stored", trouble: troubleOf(error) };
    }
  }

  /** Replaces every row of the document by those that `keep` makes of them, in one transaction. */
  const rewrite = (keep: (found: Row[]) => Row[] | null): Promise<Stored> =>
    write((store) => {
      const keys = store.index("document").getAllKeys(document);
      const values: IDBRequest<Row[]> = store.index("document").getAll(document);
      values.onsuccess = () => {
        const kept = keep(values.result);
        if (kept === null) return;
        for (const key of keys.result) store.delete(key);
        for (const row of kept) store.add(row);
      };
    });

  return {
    async recall() {
      const store = (await database).transaction(rows, "readonly").objectStore(rows);
      const request: IDBRequest<Row[]> = store.index("document").getAll(document);
      await completed(store.transaction);
      const epoch = request.result.at(-1)?.epoch;
      if (epoch === undefined) return null;
      const found = request.result.filter((row) => row.epoch === epoch);
      return { epoch, updates: found.map((row) => row.bytes), unsent: found.filter((row) => row.isMine).length };
    },
    append: (epoch, bytes, isMine) => write((store) => store.add({ document, epoch, bytes, isMine })),
    settle: (epoch) =>
      rewrite((found) => {
        const current = found.filter((row) => row.epoch === epoch);
        if (current.length <= foldAbove && !current.some((row) => row.isMine)) return null;
        if (current.length <= foldAbove) return current.map((row) => ({ ...row, isMine: false }));
        const bytes = Y.mergeUpdates(current.map((row) => row.bytes));
        return [{ document, epoch, bytes, isMine: false }];
      }),
    forget: () => rewrite(() => []),
    close() {
      database.then((open) => open.close()).catch(() => {});
    },
  };
}
