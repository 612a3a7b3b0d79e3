import type { RawData, WebSocket } from "ws";
import type { Visitor } from "./access.ts";
import { Peer } from "./peer.ts";
import { readFrame } from "./protocol.ts";
import { Bucket, type Rates } from "./rates.ts";
import type { Registry } from "./registry.ts";
import type { SharedDocument } from "./shared-document.ts";

export interface SocketOptions {
  registry: Registry;
  rates: Rates;
  /** The pace of the person, shared by all their sockets. */
  pace: Bucket;
  now: () => number;
  onLoadFailed: (error: unknown) => void;
  /** A frame met a fault of ours: it costs its sender the socket and nobody else anything. */
  onFailed: (error: unknown) => void;
}

/** Expensive to answer: it costs as much of a person's pace as this many updates. */
const step1Cost = 10;

/** Serves one open socket until it closes. What it sends while its document loads waits unread. */
export function serveSocket(ws: WebSocket, visitor: Visitor, options: SocketOptions): Peer {
  let document: SharedDocument | null = null;
  const early: RawData[] = [];
  const peer = new Peer(ws, visitor, {
    now: options.now,
    onCaughtUp: (caughtUp) => document?.audience.caughtUp(caughtUp),
  });
  const bytesPace = new Bucket(options.rates.bytesPerSecond, options.rates.bytesBurst, options.now());

  const hear = (opened: SharedDocument, data: RawData): void => {
    if (peer.isClosed) return;
    const bytes = toBytes(data);
    const now = options.now();
    peer.reader.rest(bytesPace.take(bytes.length, now));
    const frame = readFrame(bytes);
    if (frame === null) return opened.offend(peer, 1007, "not a frame of the protocol");
    const cost = { step1: step1Cost, step2: 1, update: 1, awareness: 0, query: 1 }[frame.type];
    peer.reader.rest(options.pace.take(cost, now));
    try {
      opened.hear(peer, frame);
    } catch (error) {
      options.onFailed(error);
      peer.close(1011, "this frame could not be handled");
    }
  };

  ws.on("error", () => {}); // without a listener one bad frame would end the process; ws closes the socket itself
  ws.on("pong", () => (peer.isAlive = true));
  ws.on("message", (data: RawData, isBinary: boolean) => {
    if (!isBinary) peer.close(1003, "only binary frames are understood");
    else if (document === null) early.push(data);
    else hear(document, data);
  });
  ws.on("close", () => {
    peer.isClosed = true;
    peer.reader.end();
    if (document !== null) options.registry.leave(peer, document);
  });

  const enter = async (): Promise<void> => {
    const opened = await options.registry.enter(peer);
    if (opened === null) return peer.close(4404, "no such document");
    if (peer.isClosed || ws.readyState !== ws.OPEN) return options.registry.leave(peer, opened);
    document = opened;
    for (const data of early.splice(0)) hear(opened, data);
    peer.reader.release("loading");
  };
  peer.reader.hold("loading");
  enter().catch((error: unknown) => {
    options.onLoadFailed(error);
    peer.close(1011, "the document could not be loaded");
  });
  return peer;
}

function toBytes(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data;
}
