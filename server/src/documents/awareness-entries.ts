import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as z from "zod/mini";

/** One person's cursor on the wire: the state is JSON, `null` when they are gone. */
export interface AwarenessEntry {
  client: number;
  clock: number;
  state: string;
}

const Clock = z.int().check(z.minimum(0));
const ItemId = z.nullish(z.object({ client: Clock, clock: Clock }));
const Position = z.object({
  type: z.nullish(z.null()),
  tname: z.nullish(z.literal("content")),
  item: ItemId,
  assoc: z.optional(z.int()),
});

/** All that is passed on of what a client says of itself; a position of another shape would throw in the peers' editors. */
const Selection = z.nullish(z.object({ anchor: Position, head: Position }));
const State = z.object({ selection: z.optional(z.unknown()) });
export type CursorState = { selection?: z.infer<typeof Selection> };

export const largestStateBytes = 2 * 1024;

/** Null unless the bytes are entries and nothing else. */
export function readEntries(bytes: Uint8Array): AwarenessEntry[] | null {
  try {
    const decoder = decoding.createDecoder(bytes);
    const count = decoding.readVarUint(decoder);
    if (count > bytes.length) return null;
    const entries: AwarenessEntry[] = [];
    for (let n = 0; n < count; n++) {
      const client = decoding.readVarUint(decoder);
      const clock = decoding.readVarUint(decoder);
      entries.push({ client, clock, state: decoding.readVarString(decoder) });
    }
    return decoding.hasContent(decoder) ? null : entries;
  } catch {
    return null;
  }
}

export function encodeEntries(entries: AwarenessEntry[]): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length);
    for (const { client, clock, state } of entries) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarString(encoder, state);
    }
  });
}

/** What a state says once unknown keys are gone; `gone` for null, `unreadable` for what is no state at all. */
export function readState(state: string): CursorState | "gone" | "unreadable" {
  try {
    const value: unknown = JSON.parse(state);
    if (value === null) return "gone";
    const read = State.safeParse(value);
    if (!read.success) return "unreadable";
    const selection = Selection.safeParse(read.data.selection);
    return { selection: selection.success ? selection.data : null };
  } catch {
    return "unreadable";
  }
}
