import { refusals } from "./access.ts";
import type { AwarenessEntry } from "./awareness-entries.ts";
import { Presence } from "./awareness.ts";
import { claim } from "./guard/claims.ts";
import type { Limits } from "./guard/guard.ts";
import { splitUpdate } from "./guard/split.ts";
import type { LoadedDocument } from "./load.ts";
import type { Peer } from "./peer.ts";
import { deniedFrame, type ReadOnlyReason, step1Frame, step2Frame, updateFrame } from "./protocol.ts";
import { encodeVector, type Vector } from "./vector.ts";

export interface AudienceOptions {
  limits: Limits;
  now: () => number;
  /** Whether the database takes edits. */
  storage: () => "ok" | "away";
}

const mostPartBytes = 256 * 1024;
const mostDenials = 100;

/** The sockets of one document and all that is said to them. */
export class Audience {
  readonly peers = new Set<Peer>();
  readonly #loaded: LoadedDocument;
  readonly #options: AudienceOptions;
  readonly #presence: Presence<Peer>;

  constructor(loaded: LoadedDocument, options: AudienceOptions) {
    this.#loaded = loaded;
    this.#options = options;
    this.#presence = new Presence<Peer>({
      claim: (client, person) => claim(loaded.ledger, client, person),
      tell: (frame, from) => {
        for (const peer of this.peers) if (peer !== from) peer.outbox.push(frame);
      },
      now: options.now,
    });
  }

  leave(peer: Peer): void {
    this.peers.delete(peer);
    this.#presence.leave(peer);
  }

  /** Answers a step 1 with what the peer lacks; the first time also with our own question and who else is here. */
  answer(peer: Peer, theirs: Vector): void {
    if (peer.outbox.isLagging) {
      peer.missedSince = theirs;
      return;
    }
    const parts = splitUpdate(this.#loaded.state.since(theirs), mostPartBytes);
    // The step 2 comes last: whoever has it has everything.
    for (const [n, part] of parts.entries())
      peer.outbox.push(n < parts.length - 1 ? updateFrame(part) : step2Frame(part));
    if (peer.hasJoined) return;
    peer.hasJoined = true;
    if (peer.access.may === "edit") this.ask(peer);
    this.showEverybody(peer);
    this.tellRoom(peer);
  }

  /** Asks for whatever the room lacks; false if the peer lags and cannot be told. */
  ask(peer: Peer): boolean {
    return peer.outbox.push(step1Frame(encodeVector(this.#loaded.state.vector)));
  }

  hearCursors(peer: Peer, entries: AwarenessEntry[]): void {
    this.#presence.hear(peer, entries);
  }

  showEverybody(peer: Peer): void {
    const everybody = this.#presence.everybody();
    if (everybody !== null) peer.outbox.push(everybody);
  }

  /** Shows a committed update, before it enters the state, to all but the one socket that it came from. */
  show(update: Uint8Array, from: Peer | null): void {
    const frame = updateFrame(update);
    for (const peer of this.peers) {
      if (peer !== from && !peer.outbox.push(frame)) peer.missedSince ??= new Map(this.#loaded.state.vector);
    }
  }

  /** Whoever fell behind and reads again gets one difference instead of all that was missed. */
  caughtUp(peer: Peer): void {
    const { missedSince } = peer;
    peer.missedSince = null;
    if (missedSince !== null) this.answer(peer, missedSince);
    this.showEverybody(peer);
    peer.repeatAcknowledgement(this.#loaded.state.seq);
    this.tellRoom(peer);
  }

  deny(peer: Peer, reason: ReadOnlyReason): void {
    peer.hasHole = true;
    peer.outbox.push(deniedFrame(refusals[reason]));
    this.tellRoom(peer);
    if (reason !== "full" && ++peer.denials >= mostDenials) peer.close(4403, refusals[reason]);
  }

  tellRoom(peer: Peer): void {
    const { limits, storage } = this.#options;
    peer.tellRoom({ epoch: this.#loaded.stored.epoch, limits, storage: storage() });
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
      if (access.may === "edit" && peer.hasJoined && (peer.hasHole || !peer.hasSentStep2)) this.ask(peer);
    }
  }
}
