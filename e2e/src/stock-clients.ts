import { connect } from "node:net";
import { io } from "socket.io-client";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import type { Integrator } from "./integrator.ts";

const socketBase = (origin: string): string => origin.replace("http", "ws");

/** A document by the stock provider as it is, with cookie and Origin where a browser would send them by itself. */
export function openDocument({ origin, cookie }: Integrator, roomId: string, name: string) {
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(`${socketBase(origin)}/collab/${roomId}`, name, doc, {
    disableBc: true,
    WebSocketPolyfill: class extends globalThis.WebSocket {
      constructor(url: string | URL, protocols?: string | string[]) {
        // @ts-expect-error -- Node's takes headers, where the browser's, which the types describe, sends its own.
        super(url, { protocols: protocols ?? [], headers: { origin, cookie } });
      }
    },
  });
  const text = doc.getText("content");
  return {
    text,
    /** Resolves once the text is this one. */
    reads: (expected: string): Promise<void> =>
      new Promise((resolve) => {
        const look = (): void => {
          if (text.toJSON() === expected) resolve();
        };
        text.observe(look);
        look();
      }),
    synced: new Promise<void>((resolve) => provider.once("sync", () => resolve())),
    [Symbol.dispose]: () => provider.destroy(),
  };
}

/** A document's socket for bytes of one's own. */
export function rawDocument({ origin, cookie }: Pick<Integrator, "origin" | "cookie">, path: string) {
  const ws = new WebSocket(`${socketBase(origin)}/collab/${path}`, { headers: { origin, cookie } });
  ws.on("error", () => {});
  return {
    ws,
    opened: new Promise<void>((resolve) => ws.once("open", () => resolve())),
    closed: new Promise<number>((resolve) => ws.once("close", (code) => resolve(code))),
  };
}

/** The first line of the answer to an upgrade of any target at all. */
export function upgradeAnswer(origin: string, target: string, from: string | null = origin): Promise<string> {
  const { hostname, port, host } = new URL(origin);
  const socket = connect(Number(port), hostname);
  const said = [
    `GET ${target} HTTP/1.1`,
    `Host: ${host}`,
    "Connection: Upgrade",
    "Upgrade: websocket",
    "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    ...(from === null ? [] : [`Origin: ${from}`]),
  ];
  socket.write([...said, "", ""].join("\r\n"));
  return new Promise((resolve, reject) => {
    socket.once("data", (data) => {
      resolve(data.toString("latin1").split("\r\n", 1)[0] ?? "");
      socket.destroy();
    });
    socket.once("error", reject);
    socket.once("end", () => reject(new Error(`${target} is not answered`)));
  });
}

interface Heard {
  /** Under which name it was emitted. */
  emitted: string;
  type?: unknown;
  [key: string]: unknown;
}

/** A room's channel by the stock Socket.IO client; all that it hears is kept, in order of arrival. */
export function openChannel({ origin, cookie }: Integrator, room: string, auth: object = {}) {
  const socket = io(origin, {
    transports: ["websocket"],
    forceNew: true,
    auth: { room, ...auth },
    extraHeaders: { origin, cookie },
  });
  const heard: Heard[] = [];
  const waiting = new Set<() => void>();
  socket.onAny((emitted: string, payload: object) => {
    heard.push({ emitted, ...payload });
    for (const look of waiting) look();
  });
  const hears = (fits: (one: Heard) => boolean): Promise<Heard> =>
    new Promise((resolve) => {
      const look = (): void => {
        const found = heard.find(fits);
        if (found === undefined) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });
  return {
    socket,
    heard,
    /** The first that fits, be it here already. */
    hears,
    seated: hears(({ emitted }) => emitted === "live"),
    refused: new Promise<string>((resolve) => socket.once("connect_error", ({ message }) => resolve(message))),
    gone: new Promise<void>((resolve) => socket.once("disconnect", () => resolve())),
    [Symbol.dispose]: () => void socket.disconnect(),
  };
}
