import type { DocumentName } from "@proofroom/domain/document/document";
import type { RoomId } from "@proofroom/domain/id";
import { refusals } from "./access.ts";
import { readEntries } from "./awareness-entries.ts";
import { Presence } from "./awareness.ts";
import { Commits } from "./commits.ts";
import { compactDocument } from "./compaction.ts";
import type { Compactor } from "./compactor.ts";
import type { DocumentStore, LogRow } from "./document-store.ts";
import { claim } from "./guard/claims.ts";
import type { Limits } from "./guard/guard.ts";
import { splitUpdate } from "./guard/split.ts";
import { judgeWrite, type WriteFrame } from "./judge-write.ts";
import type { LoadedDocument } from "./load.ts";
import type { LogSource, UpdateLog } from "./log.ts";
import type { Offences } from "./offences.ts";
import type { Peer } from "./peer.ts";
import { type ClientFrame, deniedFrame, type ReadOnlyReason, step1Frame, step2Frame, updateFrame } from "./protocol.ts";
import { encodeVector, readVector, type Vector } from "./vector.ts";

export interface Commit {
  roomId: RoomId;
  document: DocumentName;
  version: string;
  author: string;
}

export interface SharedDocumentOptions {
  store: DocumentStore;
  compactor: Compactor;
  log: UpdateLog;
  offences: Offences;
  limits: Limits;
  now: () => number;
  onCommit: (commit: Commit) => void;
  onPressure: (bytes: number) => void;
  /** The database has another history: this process must forget the document. */
  onOvertaken: () => void;
  onCompactionFailed: (error: unknown) => void;
}

const compactAt = { bytes: 64 * 1024, updates: 500 };
const mostPartBytes = 256 * 1024;
const mostDenials = 100;
const askAgainMillis = 1_000;

/** One open document: guard, accept, commit, then show it to the others, then tell its author. */
export class SharedDocument implements LogSource {
  readonly id: string;
  readonly peers = new Set<Peer>();
  readonly #roomId: RoomId;
  readonly #name: DocumentName;
  readonly #loaded: LoadedDocument;
  readonly #commits: Commits;
  readonly #options: SharedDocumentOptions;
  readonly #presence: Presence<Peer>;
  #compacting: Promise<void> | null = null;
  #askedAt = Number.NEGATIVE_INFINITY;
  #refusedAt = Number.POSITIVE_INFINITY;

  constructor(roomId: RoomId, name: DocumentName, loaded: LoadedDocument, options: SharedDocumentOptions) {
    this.id = loaded.stored.id;
    this.#roomId = roomId;
    this.#name = name;
    this.#loaded = loaded;
    this.#options = options;
    this.#commits = new Commits(loaded);
    this.#presence = new Presence<Peer>({
      claim: (client, person) => claim(loaded.ledger, client, person),
      tell: (frame, from) => {
        for (const peer of this.peers) if (peer !== from) peer.outbox.push(frame);
      },
      now: options.now,
    });
    this.#compactIfLong();
  }

  join(peer: Peer): void {
    this.peers.add(peer);
  }

  leave(peer: Peer): void {
    this.peers.delete(peer);
    this.#presence.leave(peer);
  }

  hear(peer: Peer, frame: ClientFrame): void {
    switch (frame.type) {
      case "step1": {
        const vector = readVector(frame.vector);
        if (vector === null) this.offend(peer, 1007, "malformed state vector");
        else this.#answer(peer, vector);
        return;
      }
      case "query": {
        const everybody = this.#presence.everybody();
        if (everybody !== null) peer.outbox.push(everybody);
        return;
      }
      case "awareness": {
        const entries = readEntries(frame.entries);
        if (entries === null) this.offend(peer, 1007, "malformed awareness");
        else this.#presence.hear(peer, entries);
        return;
      }
      case "step2":
      case "update":
        this.#write(peer, frame);
    }
  }

  /** Answers with what the peer lacks; the first time also with our own question and who else is here. */
  #answer(peer: Peer, theirs: Vector): void {
    if (peer.outbox.isLagging) {
      peer.missedSince = theirs;
      return;
    }
    this.#sendSince(peer, theirs);
    if (peer.hasJoined) return;
    peer.hasJoined = true;
    if (peer.access.may === "edit") this.#ask(peer);
    const everybody = this.#presence.everybody();
    if (everybody !== null) peer.outbox.push(everybody);
    this.tellRoom(peer);
  }

  /** The step 2 comes last: whoever has it has everything. */
  #sendSince(peer: Peer, vector: Vector): void {
    const parts = splitUpdate(this.#loaded.state.since(vector), mostPartBytes);
    for (const [n, part] of parts.entries())
      peer.outbox.push(n < parts.length - 1 ? updateFrame(part) : step2Frame(part));
  }

  #ask(peer: Peer): void {
    peer.outbox.push(step1Frame(encodeVector(this.#loaded.state.vector)));
  }

  #write(peer: Peer, frame: WriteFrame): void {
    peer.countFrame();
    const judged = judgeWrite(peer, frame, this.#loaded.ledger, this.#options.limits);
    switch (judged.outcome) {
      case "removed":
        return peer.close(4403, "no longer a member");
      case "denied":
        return this.#deny(peer, judged.reason);
      case "offends":
        return this.offend(peer, judged.code, judged.reason);
      case "early":
        peer.hasHole = true;
        return;
      case "accepted":
        this.#options.onPressure(judged.bytes.length);
        this.#commits.accept(peer, judged.bytes, judged.update);
        this.#options.log.add(this);
        return this.#cover(peer, frame.type === "step2");
      case "known":
        return this.#cover(peer, frame.type === "step2");
    }
  }

  #cover(peer: Peer, isWhole: boolean): void {
    peer.denials = 0;
    if (isWhole) {
      peer.hasSentStep2 = true;
      peer.hasHole = false;
      peer.isOverfull = false;
      this.tellRoom(peer);
    }
    if (peer.hasHole) return;
    peer.cover(this.#commits.accepted);
    peer.acknowledge(this.#commits.committed, this.#loaded.state.seq);
  }

  #deny(peer: Peer, reason: ReadOnlyReason): void {
    peer.hasHole = true;
    if (reason === "full") {
      peer.isOverfull = true;
      this.#refusedAt = sizeOf(this.#loaded);
    }
    peer.outbox.push(deniedFrame(refusals[reason]));
    this.tellRoom(peer);
    if (reason !== "full" && ++peer.denials >= mostDenials) peer.close(4403, refusals[reason]);
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
    const { state } = this.#loaded;
    const done = this.#commits.finish();
    for (const [n, row] of rows.entries()) {
      const { onlyFrom } = done[n] ?? { onlyFrom: null };
      const frame = updateFrame(row.bytes);
      for (const peer of this.peers) {
        if (peer !== onlyFrom && !peer.outbox.push(frame)) peer.missedSince ??= new Map(state.vector);
      }
      state.append(row, done[n]?.reached ?? []);
    }
    for (const peer of this.peers) peer.acknowledge(this.#commits.committed, state.seq);
    this.#options.onPressure(-done.reduce((sum, { acceptedBytes }) => sum + acceptedBytes, 0));
    for (const { seq, author } of rows) {
      const version = `${this.#loaded.stored.epoch}.${seq}`;
      this.#options.onCommit({ roomId: this.#roomId, document: this.#name, version, author });
    }
    this.#askOverfull();
    this.#compactIfLong();
  }

  overtaken(): void {
    this.#options.onPressure(-this.#commits.abandon());
    for (const peer of this.peers) peer.close(1012, "the room is open elsewhere");
    this.#options.onOvertaken();
  }

  /** Whoever fell behind and reads again gets one difference instead of all that was missed. */
  caughtUp(peer: Peer): void {
    if (peer.missedSince !== null) {
      this.#sendSince(peer, peer.missedSince);
      peer.missedSince = null;
    }
    const everybody = this.#presence.everybody();
    if (everybody !== null) peer.outbox.push(everybody);
    peer.repeatAcknowledgement(this.#loaded.state.seq);
    this.tellRoom(peer);
  }

  tellRoom(peer: Peer): void {
    peer.tellRoom({
      epoch: this.#loaded.stored.epoch,
      limits: this.#options.limits,
      storage: this.#options.log.storage,
    });
  }

  /** Looks again at who may do what: closes whoever was removed, and asks whoever may write again for what they kept. */
  accessChanged(person?: string): void {
    for (const peer of this.peers) {
      if (person !== undefined && peer.person.id !== person) continue;
      const { access } = peer;
      if (access.may === "nothing") {
        peer.close(4403, "no longer a member");
        continue;
      }
      this.tellRoom(peer);
      if (access.may === "edit" && peer.hasJoined && (peer.hasHole || !peer.hasSentStep2)) this.#ask(peer);
    }
  }

  /** Resolves when everything accepted so far is committed. */
  flush(): Promise<void> {
    return this.#commits.settled();
  }

  /** Shortens what newcomers load; the log beneath stays, so a failure costs nothing. */
  compact(): Promise<void> {
    this.#compacting ??= compactDocument(this.#loaded, this.#options)
      .catch(this.#options.onCompactionFailed)
      .finally(() => {
        this.#compacting = null;
        this.#askOverfull();
      });
    return this.#compacting;
  }

  #compactIfLong(): void {
    const { bytes, updates } = this.#loaded.state.tail;
    if (bytes > compactAt.bytes || updates >= compactAt.updates) void this.compact();
  }

  /** A document that has shrunk may have room for what did not fit. */
  #askOverfull(): void {
    const now = this.#options.now();
    if (now - this.#askedAt < askAgainMillis || sizeOf(this.#loaded) >= this.#refusedAt) return;
    for (const peer of this.peers) {
      if (!peer.isOverfull) continue;
      this.#askedAt = now;
      this.#ask(peer);
    }
  }
}

const sizeOf = ({ ledger }: LoadedDocument): number => ledger.size.textBytes + ledger.size.stateBytes;
