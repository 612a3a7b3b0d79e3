import type { Database } from "@proofroom/database/schema";
import type { DocumentName, DocumentVersion } from "@proofroom/domain/document/document";
import { documentLimits } from "@proofroom/domain/document/document";
import type { RoomId } from "@proofroom/domain/id";
import { type Kysely, sql } from "kysely";
import type { WebSocket } from "ws";
import type { Visitor } from "./access.ts";
import { appendUpdates } from "./append-updates.ts";
import { createCompactor } from "./compactor.ts";
import { createDocumentStore } from "./document-store.ts";
import { freezeRoom } from "./freeze.ts";
import type { Limits } from "./guard/guard.ts";
import { keepAlive } from "./keepalive.ts";
import { loadDocument } from "./load.ts";
import { createUpdateLog } from "./log.ts";
import { Offences } from "./offences.ts";
import type { Peer } from "./peer.ts";
import { Bucket, defaultRates, type Rates } from "./rates.ts";
import { Registry } from "./registry.ts";
import { type Commit, SharedDocument } from "./shared-document.ts";
import { serveSocket } from "./socket.ts";
import { readText, type VersionedText } from "./text.ts";

export interface DocumentsOptions {
  db: Kysely<Database>;
  /** Told of what an operator should know. */
  log: { warn(details: object, message: string): void; info(details: object, message: string): void };
  /** Milliseconds of any clock that only goes forward. */
  now: () => number;
  limits?: Limits;
  rates?: Rates;
}

export interface Documents {
  /** The three empty documents of a new room, within the transaction that makes it. */
  create(trx: Kysely<Database>, roomId: RoomId): Promise<void>;
  /** Serves an open socket of somebody who may be there. */
  connect(ws: WebSocket, visitor: Visitor): void;
  /** The committed text, now or at a version; null where there is none. */
  text(roomId: RoomId, name: DocumentName, version?: DocumentVersion): Promise<VersionedText | null>;
  /** The three texts of now with everything accepted so far; throws if the database does not take it within two seconds. */
  freeze(roomId: RoomId): Promise<Record<DocumentName, VersionedText>>;
  /** To be called when a role or the room's state changed: the sockets of the person, or all, are judged anew. */
  accessChanged(roomId: RoomId, personId?: string): void;
  /** Tells every commit of this process; answers how to stop listening. */
  onCommit(listener: (commit: Commit) => void): () => void;
  /** Of use to tests and to operators. */
  open(): { sockets: number; documents: number };
  /** Commits, acknowledges, closes every socket with 1012 and lets nobody in any more. */
  drain(): Promise<void>;
}

const tickMillis = 5_000;
const drainMillis = 4_000;
const mostPendingBytes = 8 * 1024 * 1024;

/** Everything that this process knows of documents. */
export function createDocuments({
  db,
  log,
  now,
  limits = documentLimits,
  rates = defaultRates,
}: DocumentsOptions): Documents {
  const store = createDocumentStore(db);
  const compactor = createCompactor();
  const offences = new Offences();
  const listeners = new Set<(commit: Commit) => void>();
  const peers = new Set<Peer>();
  const paces = new Map<string, Bucket>();
  let pendingBytes = 0;
  let isDraining = false;

  const updates = createUpdateLog({
    append: (rows) => appendUpdates(db, rows),
    onBroken: (err) => log.warn({ err }, "a document failed in memory and is loaded anew"),
    onStorage(storage, error) {
      if (storage === "away") log.warn({ err: error }, "the database does not take edits; they wait");
      else log.info({}, "the database takes edits again");
      for (const document of registry.live())
        for (const peer of document.audience.peers) document.audience.tellRoom(peer);
    },
  });

  function tell(commit: Commit): void {
    for (const listener of listeners) {
      try {
        listener(commit);
      } catch (err) {
        log.warn({ err }, "a listener to commits failed");
      }
    }
  }

  function onPressure(bytes: number): void {
    const [before, after] = [pendingBytes > mostPendingBytes, (pendingBytes += bytes) > mostPendingBytes];
    if (before === after) return;
    for (const peer of peers) {
      if (after) peer.reader.hold("pressure");
      else peer.reader.release("pressure");
    }
  }

  const registry = new Registry(async (roomId, name) => {
    const loaded = await loadDocument(store, roomId, name);
    if (loaded === null) return null;
    const document: SharedDocument = new SharedDocument(roomId, name, loaded, {
      store,
      compactor,
      offences,
      limits,
      now,
      onPressure,
      log: updates,
      onCommit: tell,
      onOvertaken: () => registry.forget(document),
      onCompactionFailed: (err) => log.warn({ err, document: loaded.stored.id }, "a document could not be compacted"),
    });
    return document;
  });

  function paceOf(person: string): Bucket {
    const known = paces.get(person) ?? new Bucket(rates.updatesPerSecond, rates.updatesBurst, now());
    paces.set(person, known);
    return known;
  }

  const tick = setInterval(() => {
    keepAlive(peers, now());
    const present = new Set([...peers].map((peer) => peer.person.id));
    for (const person of paces.keys()) if (!present.has(person)) paces.delete(person);
    if (peers.size > 0) {
      sql`select 1`.execute(db).then(
        () => updates.heard("ok"),
        () => updates.heard("away"),
      );
    }
  }, tickMillis);
  tick.unref();

  const text: Documents["text"] = (roomId, name, version) => readText({ store, compactor }, roomId, name, version);

  return {
    create: (trx, roomId) => store.create(trx, roomId),
    connect(ws, visitor) {
      ws.on("error", () => {});
      if (isDraining) return ws.close(1012, "the server restarts");
      const peer = serveSocket(ws, visitor, {
        registry,
        rates,
        pace: paceOf(visitor.person.id),
        now,
        onFailed: (err) => log.warn({ err, room: visitor.roomId }, "a frame could not be handled"),
        onLoadFailed: (err) => log.warn({ err, room: visitor.roomId }, "a document could not be loaded"),
      });
      if (pendingBytes > mostPendingBytes) peer.reader.hold("pressure");
      peers.add(peer);
      ws.once("close", () => peers.delete(peer));
    },
    text,
    freeze: (roomId) => freezeRoom(roomId, registry, (name) => text(roomId, name)),
    accessChanged(roomId, personId) {
      for (const document of registry.live(roomId)) document.audience.accessChanged(personId);
    },
    onCommit(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open: () => ({ sockets: peers.size, documents: registry.size }),
    async drain() {
      isDraining = true;
      clearInterval(tick);
      const patience = new Promise<void>((resolve) => setTimeout(resolve, drainMillis).unref());
      await Promise.race([updates.idle(), patience]);
      for (const peer of peers) peer.close(1012, "the server restarts");
      await Promise.race([Promise.all([...registry.live()].map((document) => document.compact())), patience]);
      await compactor.close();
    },
  };
}
