import { once } from "node:events";
import { skim } from "@proofroom/server/documents/guard/skim";
import { readFrame, roomSubprotocol, updateFrame } from "@proofroom/server/documents/protocol";
import { type RawData, WebSocket } from "ws";
import * as Y from "yjs";

/** One person at one socket, whose keystrokes are made beforehand so that making them costs nothing while it counts. */
export interface Writer {
  client: number;
  type(stroke: number): void;
  close(): void;
}

export interface Heard {
  onStroke?: (client: number, stroke: number) => void;
  /** How many of one's own keystrokes are in the database; only told where this is set. */
  onCommitted?: (strokes: number) => void;
}

/** Connects and tells every keystroke of others as it arrives; nothing is applied, only the headers are read. */
export async function openWriter(
  url: string,
  client: number,
  strokes: number,
  { onStroke, onCommitted }: Heard,
): Promise<Writer> {
  const frames = keystrokes(client, strokes);
  const ws = new WebSocket(url, onCommitted === undefined ? [] : [roomSubprotocol], { perMessageDeflate: false });
  ws.on("message", (data: RawData) => {
    if (Buffer.isBuffer(data) && data[0] === committedType) onCommitted?.(varUint(data, 1));
    if (onStroke === undefined) return;
    const frame = Buffer.isBuffer(data) ? readFrame(data) : null;
    if (frame?.type !== "update") return;
    const skimmed = skim(frame.update);
    if (skimmed.outcome !== "sound") throw new Error(`the target sent an unsound update: ${skimmed.reason}`);
    for (const block of skimmed.update.blocks) {
      for (let stroke = block.from; stroke < block.to; stroke++) onStroke(block.client, stroke);
    }
  });
  await once(ws, "open");
  return {
    client,
    type(stroke) {
      const frame = frames[stroke];
      if (frame !== undefined) ws.send(frame);
    },
    close: () => ws.terminate(),
  };
}

const committedType = 100;

function varUint(bytes: Uint8Array, at: number): number {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++] ?? 0;
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return value;
  }
}

/** One letter a time at the end of one's own text, a comment in SQL; the clock of a stroke is its number. */
function keystrokes(client: number, count: number): Uint8Array[] {
  const doc = new Y.Doc();
  doc.clientID = client;
  const frames: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => frames.push(updateFrame(update)));
  const text = doc.getText("content");
  for (let n = 0; n < count; n++) text.insert(n, n < 2 ? "-" : "x");
  doc.destroy();
  return frames;
}
