import type { DocumentName } from "@proofroom/domain/document/document";
import type { RoomEvent } from "@proofroom/domain/room/channel";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import type { Asked, TestClient, TestRoom } from "./test-client.ts";
import { channel, seated } from "./test-sockets.ts";

/** Somebody in a room by all three doors, who keeps every byte that comes in. */
export interface Tapped {
  ask: TestClient["ask"];
  post(path: string, body?: unknown): Promise<Asked>;
  /** Answers the message's number. */
  chat(text: string): Promise<number>;
  /** Writes a document anew; resolves once the room has committed it. */
  write(document: DocumentName, text: string): Promise<void>;
  events: RoomEvent[];
  staff: RoomEvent[];
  /** All that was received so far. */
  received(): string;
  leave(): void;
}

/** Sits down in the room: the channel from its first event on, and the documents. */
export async function tap(
  origin: string,
  client: TestClient,
  room: TestRoom,
  documents: readonly DocumentName[] = ["schema", "api", "design"],
): Promise<Tapped> {
  const heard: string[] = [];
  const keep = (data: unknown): void => {
    if (typeof data === "string") heard.push(data);
    else if (data instanceof ArrayBuffer) heard.push(Buffer.from(data).toString("latin1"));
    else throw new Error("Something came in that is neither text nor bytes.");
  };
  const sitting = channel(origin, client, room.id, { after: 0, staffAfter: 0 });
  sitting.socket.io.on("open", () =>
    sitting.socket.io.engine.on("packet", ({ data }) => data !== undefined && keep(data)),
  );
  await seated(sitting);

  class Listening extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, { protocols: protocols ?? [], headers: { origin, cookie: client.cookie } });
      this.addEventListener("message", ({ data }) => keep(data));
    }
  }
  const providers = new Map(
    documents.map((name) => [
      name,
      new WebsocketProvider(`${origin.replace("http", "ws")}/collab/${room.id}`, name, new Y.Doc(), {
        disableBc: true,
        WebSocketPolyfill: Listening,
      }),
    ]),
  );
  const synced = [...providers.values()].map(
    (one) => new Promise<void>((resolve) => one.once("sync", () => resolve())),
  );
  await Promise.all(synced);

  const base = `/api/rooms/${room.id}`;
  const ask: TestClient["ask"] = async (...request) => {
    const asked = await client.ask(...request);
    keep(
      JSON.stringify([...asked.headers]) + (typeof asked.body === "string" ? asked.body : JSON.stringify(asked.body)),
    );
    return asked;
  };
  let said = 0;
  return {
    ask,
    post: (path, body = {}) => ask("POST", `${base}/${path}`, body),
    async chat(text) {
      said += 1;
      const request = { id: `${client.person.id}-${said}`, text };
      const answer = await sitting.socket.emitWithAck("chat", request);
      keep(JSON.stringify(answer));
      if ("error" in answer) throw new Error(answer.message);
      return answer.seq;
    },
    async write(document, text) {
      const content = providers.get(document)?.doc.getText("content");
      content?.doc?.transact(() => {
        content.delete(0, content.length);
        content.insert(0, text);
      });
      for (;;) {
        const { body } = await ask("GET", `${base}/documents/${document}`);
        if (JSON.stringify(body).includes(JSON.stringify(text))) return;
      }
    },
    events: sitting.events,
    staff: sitting.staff,
    received: () => heard.join("\n"),
    leave() {
      sitting.socket.disconnect();
      for (const provider of providers.values()) provider.destroy();
    },
  };
}
