import type { DocumentName } from "@proofroom/domain/document/document";
import * as Y from "yjs";
import type { DeviceTrouble } from "./document-save.ts";

/** What this device holds of one document. Bytes of different epochs never meet: merged, they would double the text. */
interface Recalled {
  epoch: number;
  updates: Uint8Array[];
  /** Edits made here that no room ever confirmed. */
  unsent: number;
  newest: number;
}

/** `row` grows with every write on this device. */
export type Stored = { outcome: "stored"; row: number } | { outcome: "not-stored"; trouble: DeviceTrouble };

export interface DocumentStore {
  recall(): Promise<Recalled | null>;
  /** Resolves once the transaction is complete: only then does the edit survive the tab. */
  append(epoch: number, bytes: Uint8Array, isMine: boolean): Promise<Stored>;
  /** Notes that the room has everything up to a row, and folds a long tail of updates into one. */
  settle(epoch: number, upTo: number): Promise<Stored>;
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

  async function write(change: (store: IDBObjectStore) => IDBRequest): Promise<Stored> {
    try {
      const transaction = (await database).transaction(rows, "readwrite");
      const request = change(transaction.objectStore(rows));
      await completed(transaction);
      return { outcome: "stored", row: typeof request.result === "number" ? request.result : 0 };
    } catch (error) {
      return { outcome: "not-stored", trouble: troubleOf(error) };
    }
  }

  /** Changes rows of the document as `change` says, all in one transaction. */
  const revise = (change: (store: IDBObjectStore, found: { key: IDBValidKey; row: Row }[]) => void): Promise<Stored> =>
    write((store) => {
      const keys = store.index("document").getAllKeys(document);
      const values: IDBRequest<Row[]> = store.index("document").getAll(document);
      values.onsuccess = () =>
        change(
          store,
          values.result.map((row, n) => ({ key: keys.result[n] ?? 0, row })),
        );
      return values;
    });

  return {
    async recall() {
      const store = (await database).transaction(rows, "readonly").objectStore(rows);
      const request: IDBRequest<Row[]> = store.index("document").getAll(document);
      const keys = store.index("document").getAllKeys(document);
      await completed(store.transaction);
      const epoch = request.result.at(-1)?.epoch;
      if (epoch === undefined) return null;
      const found = request.result.filter((row) => row.epoch === epoch);
      const unsent = found.filter((row) => row.isMine).length;
      return { epoch, updates: found.map((row) => row.bytes), unsent, newest: Number(keys.result.at(-1)) };
    },
    append: (epoch, bytes, isMine) => write((store) => store.add({ document, epoch, bytes, isMine })),
    settle: (epoch, upTo) =>
      revise((store, found) => {
        const settled = found.filter(({ key, row }) => row.epoch === epoch && typeof key === "number" && key <= upTo);
        if (settled.length <= foldAbove) {
          for (const { key, row } of settled) if (row.isMine) store.put({ ...row, isMine: false }, key);
          return;
        }
        const bytes = Y.mergeUpdates(settled.map(({ row }) => row.bytes));
        for (const { key } of settled) store.delete(key);
        store.put({ document, epoch, bytes, isMine: false }, upTo);
      }),
    forget: () => revise((store, found) => found.forEach(({ key }) => store.delete(key))),
    close() {
      database.then((open) => open.close()).catch(() => {});
    },
  };
}
