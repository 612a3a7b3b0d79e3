import type { DocumentName } from "@proofroom/domain/document/document";
import type { RoomId } from "@proofroom/domain/id";
import { never } from "@proofroom/domain/never";
import { Audience } from "./audience.ts";
import { readEntries } from "./awareness-entries.ts";
import { Commits } from "./commits.ts";
import { compactDocument } from "./compaction.ts";
import type { Compactor } from "./compactor.ts";
import type { DocumentStore, LogRow } from "./document-store.ts";
import type { Limits } from "./guard/guard.ts";
import { judgeWrite, type WriteFrame } from "./judge-write.ts";
import type { LoadedDocument } from "./load.ts";
import type { LogSource, UpdateLog } from "./log.ts";
import type { Offences } from "./offences.ts";
import { SecondChances } from "./overfull.ts";
import type { Peer } from "./peer.ts";
import type { ClientFrame } from "./protocol.ts";
import { readVector } from "./vector.ts";

/** One row of the log, told once it is in the database. `bytes` is shared with the room's state: read, never written. */
export interface Commit {
  roomId: RoomId;
  document: DocumentName;
  version: string;
  author: string;
  bytes: Uint8Array;
}

export interface SharedDocumentOptions {
  store: DocumentStore;
  compactor: Compactor;
  log: UpdateLog;
  offences: Offences;
  limits: Limits;
  now: () => number;
  onCommit: (commit: Commit) => void;
  /** By how many bytes that wait for their commit there are now more. */
  onPressure: (bytes: number) => void;
  /** The database has another history: this process must forget the document. */
  onOvertaken: () => void;
  onCompactionFailed: (error: unknown) => void;
}

const compactAt = { bytes: 64 * 1024, updates: 500 };

/** One open document: guard, accept, commit, then show it to the others, then tell its author. */
export class SharedDocument implements LogSource {
  readonly id: string;
  readonly audience: Audience;
  readonly #roomId: RoomId;
  readonly #name: DocumentName;
  readonly #loaded: LoadedDocument;
  readonly #commits: Commits;
  readonly #chances: SecondChances;
  readonly #options: SharedDocumentOptions;
  #compacting: Promise<void> | null = null;

  constructor(roomId: RoomId, name: DocumentName, loaded: LoadedDocument, options: SharedDocumentOptions) {
    this.id = loaded.stored.id;
    this.#roomId = roomId;
    this.#name = name;
    this.#loaded = loaded;
    this.#options = options;
    this.#commits = new Commits(loaded);
    const { limits, now, log } = options;
    this.audience = new Audience(loaded, { limits, now, storage: () => log.storage });
    const { peers } = this.audience;
    this.#chances = new SecondChances({ peers, ask: (peer) => this.audience.ask(peer), now });
    this.#compactIfLong();
  }

  hear(peer: Peer, frame: ClientFrame): void {
    if (peer.access.may === "nothing") return peer.close(4403, "no longer a member");
    switch (frame.type) {
      case "step1": {
        const vector = readVector(frame.vector);
        return vector === null ? this.offend(peer, 1007, "malformed state vector") : this.audience.answer(peer, vector);
      }
      case "query":
        return this.audience.showEverybody(peer);
      case "awareness": {
        const entries = readEntries(frame.entries);
        return entries === null
          ? this.offend(peer, 1007, "malformed awareness")
          : this.audience.hearCursors(peer, entries);
      }
      case "step2":
      case "update":
        return this.#write(peer, frame);
      default:
        return never(frame);
    }
  }

  #write(peer: Peer, frame: WriteFrame): void {
    peer.countFrame();
    const judged = judgeWrite(peer, frame, this.#loaded.ledger, this.#options.limits);
    switch (judged.outcome) {
      case "denied":
        if (judged.reason === "full") this.#chances.refused(peer, frame.type === "step2", this.#loaded.ledger.size);
        return this.audience.deny(peer, judged.reason);
      case "offends":
        return this.offend(peer, judged.code, judged.reason);
      case "early":
        peer.hasHole = true;
        if (judged.removes) this.#chances.removed(peer);
        return;
      case "accepted":
        this.#options.onPressure(judged.bytes.length);
        this.#commits.accept(peer, judged.bytes, judged.update);
        this.#options.log.add(this);
        return this.#cover(peer, frame);
      case "known":
        return this.#cover(peer, frame);
      default:
        return never(judged);
    }
  }

  /** Notes that the room has, or is about to commit, what the peer has sent. */
  #cover(peer: Peer, frame: WriteFrame): void {
    peer.denials = 0;
    if (frame.type === "step2") {
      peer.hasSentStep2 = true;
      peer.hasHole = false;
      peer.overfull = null;
      this.audience.tellRoom(peer);
    }
    if (peer.hasHole) return;
    peer.cover(this.#commits.accepted);
    peer.acknowledge(this.#commits.committed, this.#loaded.state.seq);
  }

  /** Closes a socket for what it sent; for good when the person offends again and again. */
  offend(peer: Peer, code: 1007 | 1008, reason: string): void {
    const isTooOften = this.#options.offences.add(`${peer.person.id} ${this.id}`, this.#options.now());
    peer.close(isTooOften ? 4403 : code, reason);
  }

  take(): LogRow[] {
    return this.#commits.take();
  }

  committed(rows: LogRow[]): void {
    const { state, stored } = this.#loaded;
    const done = this.#commits.finish();
    this.#options.onPressure(-done.reduce((sum, { acceptedBytes }) => sum + acceptedBytes, 0));
    for (const [n, row] of rows.entries()) {
      this.audience.show(row.bytes, done[n]?.onlyFrom ?? null);
      state.append(row, done[n]?.reached ?? []);
    }
    for (const peer of this.audience.peers) peer.acknowledge(this.#commits.committed, state.seq);
    for (const { seq, author, bytes } of rows) {
      const version = `${stored.epoch}.${seq}`;
      this.#options.onCommit({ roomId: this.#roomId, document: this.#name, version, author, bytes });
    }
    this.#chances.resized(this.#loaded.ledger.size);
    this.#compactIfLong();
  }

  overtaken(): void {
    this.#options.onPressure(-this.#commits.abandon());
    for (const peer of this.audience.peers) peer.close(1012, "the document is loaded anew");
    this.#options.onOvertaken();
  }

  /** Resolves when everything accepted so far is committed. */
  flush(): Promise<void> {
    return this.#commits.settled();
  }

  /** Shortens what newcomers load; the log beneath stays, so a failure costs nothing. */
  compact(): Promise<void> {
    this.#compacting ??= compactDocument(this.#loaded, this.#options)
      .catch((error: unknown) => this.#options.onCompactionFailed(error))
      .finally(() => {
        this.#compacting = null;
        this.#chances.resized(this.#loaded.ledger.size);
      });
    return this.#compacting;
  }

  #compactIfLong(): void {
    const { bytes, updates } = this.#loaded.state.tail;
    if (bytes > compactAt.bytes || updates >= compactAt.updates) void this.compact();
  }
}
