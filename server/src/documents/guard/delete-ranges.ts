import * as encoding from "lib0/encoding";

/** Half open: clocks `from` up to but not including `to` of one client are deleted. */
export interface DeleteRange {
  client: number;
  from: number;
  to: number;
}

type Span = [from: number, to: number];

/** Inserting one by one moves what follows each time: beyond this many, sorting everything is cheaper. */
const fewRanges = 32;

/** Everything that is deleted in a document, as sorted spans that do not touch. */
export class DeleteRanges {
  readonly #spans = new Map<number, Span[]>();

  add({ client, from, to }: DeleteRange): void {
    const spans = this.#spans.get(client);
    if (spans === undefined) {
      this.#spans.set(client, [[from, to]]);
      return;
    }
    const first = firstEndingAtOrAfter(spans, from);
    let [start, end, past] = [from, to, first];
    for (let span = spans[past]; span !== undefined && span[0] <= to; span = spans[++past]) {
      start = Math.min(start, span[0]);
      end = Math.max(end, span[1]);
    }
    spans.splice(first, past - first, [start, end]);
  }

  /** As `add` for each, and also fast when they are many and in any order. */
  addAll(ranges: Iterable<DeleteRange>): void {
    for (const [client, own] of Map.groupBy(ranges, (range) => range.client)) {
      if (own.length < fewRanges) {
        for (const range of own) this.add(range);
        continue;
      }
      const all = [...(this.#spans.get(client) ?? []), ...own.map(({ from, to }): Span => [from, to])];
      this.#spans.set(client, coalesced(all));
    }
  }

  /** What of `range` is not deleted yet. */
  missing({ client, from, to }: DeleteRange): DeleteRange[] {
    const spans = this.#spans.get(client) ?? [];
    const missing: DeleteRange[] = [];
    let at = from;
    for (let n = firstEndingAtOrAfter(spans, from); at < to; n++) {
      const span = spans[n];
      if (span === undefined || span[0] >= to) break;
      if (span[0] > at) missing.push({ client, from: at, to: span[0] });
      at = Math.max(at, span[1]);
    }
    if (at < to) missing.push({ client, from: at, to });
    return missing;
  }

  /** Each range once, in order, whatever was added how often. */
  *[Symbol.iterator](): Generator<DeleteRange> {
    for (const [client, spans] of this.#spans) for (const [from, to] of spans) yield { client, from, to };
  }
}

/** The delete set of an update, in Yjs' order: clients descending, clocks ascending. */
export function encodeDeletes(ranges: DeleteRanges): Uint8Array {
  const byClient = Map.groupBy(ranges, (range) => range.client);
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, byClient.size);
    for (const [client, own] of [...byClient].sort(([a], [b]) => b - a)) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, own.length);
      for (const { from, to } of own) {
        encoding.writeVarUint(encoder, from);
        encoding.writeVarUint(encoder, to - from);
      }
    }
  });
}

function coalesced(spans: Span[]): Span[] {
  const joined: Span[] = [];
  for (const [from, to] of spans.sort(([a], [b]) => a - b)) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

function firstEndingAtOrAfter(spans: Span[], clock: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const span = spans[middle];
    if (span !== undefined && span[1] < clock) low = middle + 1;
    else high = middle;
  }
  return low;
}
