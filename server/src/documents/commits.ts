import type { LogRow } from "./document-store.ts";
import type { Skimmed } from "./guard/skim.ts";
import type { LoadedDocument } from "./load.ts";
import { mergeTree } from "./merge-tree.ts";
import type { Peer } from "./peer.ts";

interface Accepted {
  peer: Peer;
  bytes: Uint8Array;
  update: Skimmed;
}

/** What is to be done for one row once it is committed. */
export interface Done {
  /** The one socket that all of it came from and need not hear it again; null if there were several. */
  onlyFrom: Peer | null;
  reached: { client: number; to: number }[];
  acceptedBytes: number;
}

interface InFlight {
  done: Done[];
  ticket: number;
}

/**
 * The accepted updates of one document on their way into the log. A ticket is the count of updates accepted so far. What
 * queues while a commit runs is merged per author: nobody has seen the others' part of it, so authorship survives.
 */
export class Commits {
  accepted = 0;
  committed = 0;
  readonly #loaded: LoadedDocument;
  readonly #stored: Set<number>;
  #seq: number;
  #waiting: Accepted[] = [];
  #inFlight: InFlight | null = null;
  #settling: { ticket: number; resolve: () => void }[] = [];

  constructor(loaded: LoadedDocument) {
    this.#loaded = loaded;
    this.#seq = loaded.state.seq;
    this.#stored = new Set(loaded.ledger.owners.keys());
  }

  /** `bytes` may be a view of the socket's own buffer, which is reused: they are copied. */
  accept(peer: Peer, bytes: Uint8Array, update: Skimmed): void {
    this.#waiting.push({ peer, bytes: new Uint8Array(bytes), update });
    this.accepted++;
  }

  take(): LogRow[] {
    const byAuthor = [...Map.groupBy(this.#waiting, ({ peer }) => peer.person.id)];
    const { stored, ledger } = this.#loaded;
    const rows = byAuthor.map(([author, entries]): LogRow => {
      const bytes = mergeTree(entries.map((entry) => entry.bytes));
      return {
        documentId: stored.id,
        epoch: stored.epoch,
        seq: ++this.#seq,
        author,
        bytes,
        claims: this.#claims(entries),
      };
    });
    this.#waiting = []; // not before: what cannot be merged is given up, and counted, as waiting
    ledger.size.updates = this.#seq;
    this.#inFlight = { done: byAuthor.map(([, entries]) => doneOf(entries)), ticket: this.accepted };
    return rows;
  }

  finish(): Done[] {
    const { done, ticket } = this.#inFlight ?? { done: [], ticket: this.committed };
    this.#inFlight = null;
    this.committed = ticket;
    const settled = this.#settling.filter((waiting) => waiting.ticket <= ticket);
    this.#settling = this.#settling.filter((waiting) => waiting.ticket > ticket);
    for (const { resolve } of settled) resolve();
    return done;
  }

  /** Resolves when all that is accepted by now is committed. */
  settled(): Promise<void> {
    if (this.committed >= this.accepted) return Promise.resolve();
    return new Promise((resolve) => this.#settling.push({ ticket: this.accepted, resolve }));
  }

  /** Gives up what was not committed: its authors were told nothing and will offer it again. Answers its bytes. */
  abandon(): number {
    const waiting = this.#waiting.reduce((sum, { bytes }) => sum + bytes.length, 0);
    const inFlight = (this.#inFlight?.done ?? []).reduce((sum, { acceptedBytes }) => sum + acceptedBytes, 0);
    this.#waiting = [];
    this.#inFlight = null;
    this.accepted = this.committed;
    for (const { resolve } of this.#settling) resolve();
    this.#settling = [];
    return waiting + inFlight;
  }

  #claims(entries: Accepted[]): number[] {
    const claims = new Set(entries.flatMap(({ update }) => update.blocks.map(({ client }) => client))).difference(
      this.#stored,
    );
    for (const client of claims) this.#stored.add(client);
    return [...claims];
  }
}

function doneOf(entries: Accepted[]): Done {
  const peers = new Set(entries.map(({ peer }) => peer));
  const [first] = peers;
  return {
    onlyFrom: peers.size === 1 && first !== undefined ? first : null,
    reached: entries.flatMap(({ update }) => update.blocks),
    acceptedBytes: entries.reduce((sum, { bytes }) => sum + bytes.length, 0),
  };
}
