import { DocumentName } from "@proofroom/domain/document/document";
import type { RoomId } from "@proofroom/domain/id";
import type { Changed, Reading } from "@proofroom/domain/interview/reading";
import type { Capability } from "@proofroom/domain/problem/problem";
import type { StoredState } from "../../documents/history.ts";
import type { Commit } from "../../documents/shared-document.ts";
import type { Row } from "./kept-document.ts";
import type { ReadThread } from "./read-thread.ts";
import type { DocumentNews } from "./read-worker.ts";

export type Capabilities = Record<string, Capability>;
export type ReadingListener = (reading: Reading, changed: Changed[]) => void;

/** A reading comes after `quietMillis` without a commit, and at most `lateMillis` after the first one it had not seen. */
export interface ReadingPace {
  quietMillis: number;
  lateMillis: number;
}

export interface RoomReadingOptions {
  /** Under which the thread keeps the room's documents; no other reading may have it. */
  key: string;
  roomId: RoomId;
  capabilities: Capabilities;
  thread: ReadThread;
  load: (name: DocumentName) => Promise<StoredState>;
  log: { warn(details: object, message: string): void };
  /** Milliseconds of any clock that only goes forward. */
  now: () => number;
  pace: ReadingPace;
}

/** What waits for the next reading of one document. */
interface Waiting {
  rows: Row[];
  bytes: number;
  /** The thread has to be given the document anew. */
  needsBase: boolean;
}

const mostWaitingBytes = 1024 * 1024;
const mostTries = 3;

const waitingForAll = (): Record<DocumentName, Waiting> => ({
  schema: { rows: [], bytes: 0, needsBase: true },
  api: { rows: [], bytes: 0, needsBase: true },
  design: { rows: [], bytes: 0, needsBase: true },
});

/** The readings of one room, one at a time: what is committed meanwhile belongs to the next. */
export class RoomReading {
  readonly #options: RoomReadingOptions;
  readonly #listeners = new Set<ReadingListener>();
  #waiting = waitingForAll();
  #last: Reading | null = null;
  #running: Promise<Reading> | null = null;
  #timer: NodeJS.Timeout | undefined;
  #firstAt: number | null = null;
  #lastAt = 0;
  /** The last reading failed, so the one before it is older than it looks. */
  #hasMissed = false;
  #isClosed = false;

  constructor(options: RoomReadingOptions) {
    this.#options = options;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  get isHeard(): boolean {
    return this.#listeners.size > 0;
  }

  listen(listener: ReadingListener): () => void {
    const own: ReadingListener = (reading, changed) => listener(reading, changed);
    this.#listeners.add(own);
    if (this.#last !== null && this.#firstAt === null && this.#running === null) {
      const last = this.#last;
      queueMicrotask(() => this.#listeners.has(own) && this.#tell(own, last, []));
    } else this.#begin();
    return () => this.#listeners.delete(own);
  }

  /** On the path of a keystroke: it only notes. */
  note({ document, version, author, bytes }: Commit): void {
    const waiting = this.#waiting[document];
    waiting.rows.push({ seq: Number(version.split(".")[1]), author, bytes });
    waiting.bytes += bytes.length;
    if (waiting.bytes > mostWaitingBytes) forgo(waiting);
    const now = this.#options.now();
    this.#lastAt = now;
    if (this.#firstAt !== null) return;
    this.#firstAt = now;
    this.#arm(this.#options.pace.quietMillis);
  }

  /** What is committed by now. */
  async readNow(): Promise<Reading> {
    if (this.#running !== null) await this.#running.catch(() => {});
    if (this.#last !== null && this.#firstAt === null && !this.#hasMissed) return this.#last;
    return this.#read();
  }

  /** Resolves when nothing of it is under way any more. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.#listeners.clear();
    await this.#running?.catch(() => {});
    await this.#options.thread.ask({ ask: "forget", room: this.#options.key }).catch(() => {});
  }

  #arm(millis: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#due(), millis);
    this.#timer.unref();
  }

  #due(): void {
    if (this.#firstAt === null) return;
    const { quietMillis, lateMillis } = this.#options.pace;
    const due = Math.min(this.#lastAt + quietMillis, this.#firstAt + lateMillis);
    const left = due - this.#options.now();
    if (left > 0) this.#arm(left);
    else this.#begin();
  }

  #begin(): void {
    this.#read().catch((err: unknown) => {
      if (!this.#isClosed) this.#options.log.warn({ err, room: this.#options.roomId }, "a design could not be read");
    });
  }

  #read(): Promise<Reading> {
    this.#running ??= this.#readOnce().finally(() => {
      this.#running = null;
      if (this.#firstAt !== null && !this.#isClosed) this.#arm(this.#options.pace.quietMillis);
    });
    return this.#running;
  }

  async #readOnce(): Promise<Reading> {
    const { thread, key, capabilities } = this.#options;
    const waiting = this.#waiting;
    this.#waiting = waitingForAll();
    for (const one of Object.values(this.#waiting)) one.needsBase = false;
    this.#firstAt = null;
    for (let tries = 1; ; tries++) {
      try {
        if (this.#isClosed) throw new Error("nobody follows this room any more");
        const news = await this.#newsOf(waiting);
        const answer = await thread.ask({ ask: "read", room: key, capabilities, news });
        if (answer.outcome === "read") return this.#finish(answer.reading, answer.changed);
        if (answer.outcome !== "lacks" || tries > mostTries) throw new Error(`not read: ${JSON.stringify(answer)}`);
        for (const name of answer.documents) waiting[name].needsBase = true;
      } catch (error) {
        for (const one of Object.values(waiting)) one.needsBase = true;
        if (tries < mostTries && !this.#isClosed) continue;
        for (const one of Object.values(this.#waiting)) one.needsBase = true;
        this.#hasMissed = true;
        throw error;
      }
    }
  }

  #finish(reading: Reading, changed: Changed[]): Reading {
    this.#last = reading;
    this.#hasMissed = false;
    for (const listener of this.#listeners) this.#tell(listener, reading, changed);
    return reading;
  }

  #tell(listener: ReadingListener, ...told: Parameters<ReadingListener>): void {
    try {
      listener(...told);
    } catch (err) {
      this.#options.log.warn({ err }, "a listener to readings failed");
    }
  }

  async #newsOf(waiting: Record<DocumentName, Waiting>): Promise<Record<DocumentName, DocumentNews>> {
    const newsOf = async (name: DocumentName): Promise<DocumentNews> => {
      const { rows, needsBase } = waiting[name];
      const base = needsBase ? await this.#options.load(name) : null;
      return { base, before: this.#last?.texts[name] ?? null, rows };
    };
    const [schema, api, design] = await Promise.all([newsOf("schema"), newsOf("api"), newsOf("design")]);
    return { schema, api, design };
  }
}

/** Lets the bytes go: the document will be loaded anew, and who wrote last is still known. */
function forgo(waiting: Waiting): void {
  const last = waiting.rows.at(-1);
  waiting.rows = last === undefined ? [] : [{ ...last, bytes: new Uint8Array() }];
  waiting.bytes = 0;
  waiting.needsBase = true;
}
