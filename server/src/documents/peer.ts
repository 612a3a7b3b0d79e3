import type { WebSocket } from "ws";
import { accessOf, type Visitor } from "./access.ts";
import type { Person } from "./awareness.ts";
import { Outbox } from "./outbox.ts";
import type { Overfull } from "./overfull.ts";
import { committedFrame, type RoomFrame, roomFrame, roomSubprotocol } from "./protocol.ts";
import { Reader } from "./reader.ts";
import type { Vector } from "./vector.ts";

export interface PeerOptions {
  now: () => number;
  onCaughtUp: (peer: Peer) => void;
}

/** One socket of one document: who it is, what it has offered, and what it has been told. */
export class Peer {
  readonly ws: WebSocket;
  readonly visitor: Visitor;
  readonly person: Person;
  readonly outbox: Outbox;
  readonly reader: Reader;
  /** Whether the room has closed it: whatever still arrives is ignored. */
  isClosed = false;
  hasJoined = false;
  /** Whether edits of this socket were dropped or refused since its last step 2; that one will carry them all again. */
  hasHole = false;
  hasSentStep2 = false;
  /** Of its edits that did not fit in the document; null if all did. */
  overfull: Overfull | null = null;
  /** Frames refused in a row. */
  denials = 0;
  /** What it knew when it stopped reading. */
  missedSince: Vector | null = null;
  isAlive = true;
  pingedAt: number;
  #frames = 0;
  #acked = 0;
  #covered: { frames: number; ticket: number }[] = [];
  #told = "";

  constructor(ws: WebSocket, visitor: Visitor, options: PeerOptions) {
    this.ws = ws;
    this.visitor = visitor;
    this.person = visitor.person;
    this.pingedAt = options.now();
    this.reader = new Reader(ws);
    this.outbox = new Outbox(ws, { now: options.now, onCaughtUp: () => options.onCaughtUp(this) });
  }

  get access() {
    return accessOf(this.visitor);
  }

  get #speaksRoom(): boolean {
    return this.visitor.subprotocol === roomSubprotocol;
  }

  /** A step-2 or update frame came; frames are acknowledged by their count. */
  countFrame(): void {
    this.#frames++;
  }

  /** All frames so far are in the room once `ticket` of its document is committed. */
  cover(ticket: number): void {
    this.#covered.push({ frames: this.#frames, ticket });
  }

  /** Tells the peer how many of its frames are committed, if that has changed. */
  acknowledge(committedTicket: number, seq: number): void {
    let frames = this.#acked;
    for (
      let first = this.#covered[0];
      first !== undefined && first.ticket <= committedTicket;
      first = this.#covered[0]
    ) {
      frames = first.frames;
      this.#covered.shift();
    }
    if (frames === this.#acked) return;
    this.#acked = frames;
    this.repeatAcknowledgement(seq);
  }

  repeatAcknowledgement(seq: number): void {
    if (this.#speaksRoom && this.#acked > 0) this.outbox.push(committedFrame(this.#acked, seq));
  }

  /** Tells what has changed about the room; the stock client would not understand. */
  tellRoom(room: Omit<RoomFrame, "readOnly" | "reason">): void {
    if (!this.#speaksRoom || !this.hasJoined) return;
    const { access } = this;
    const reason = access.may === "view" ? access.reason : this.overfull !== null ? "full" : undefined;
    const said: RoomFrame = { ...room, readOnly: reason !== undefined, ...(reason === undefined ? {} : { reason }) };
    const key = JSON.stringify(said);
    if (key === this.#told || !this.outbox.push(roomFrame(said))) return;
    this.#told = key;
  }

  close(code: number, reason: string): void {
    if (this.isClosed) return;
    this.isClosed = true;
    this.reader.end();
    this.outbox.end(code, reason);
  }
}
