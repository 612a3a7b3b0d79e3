import type { DocumentName } from "@proofroom/domain/document/document";
import type { RoomEvent } from "@proofroom/domain/room/channel";
import { InterviewView } from "@proofroom/domain/interview/view";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import * as z from "zod/mini";
import { type Asked, guest, openRoom, type TestClient, type TestRoom } from "./test-client.ts";
import type { TestServer } from "./test-server.ts";
import { channel, heard, seated, type TestChannel } from "./test-sockets.ts";

export type Speech = Extract<RoomEvent, { type: "message" }>;

export const isSpeech = (event: RoomEvent): event is Speech => event.type === "message" && event.person === null;

const ofKind =
  (...kinds: string[]) =>
  (event: RoomEvent): boolean =>
    isSpeech(event) && kinds.includes(event.kind ?? "");

/** What the interviewer has said so far, as somebody in the room has heard it. */
export const speeches = ({ events }: Pick<TestChannel, "events">): Speech[] => events.filter(isSpeech);

/** Somebody who sits in a room: hears its channel, says things, and presses what there is to press. */
export interface Sitting {
  client: TestClient;
  room: TestRoom;
  ears: TestChannel;
  say(text: string, more?: object): Promise<number>;
  press(path: string, body?: object): Promise<Asked>;
  /** The next thing said of one of these kinds, be it here already; never the same twice. */
  hears(...kinds: string[]): Promise<Speech>;
  /** Replaces a document's text; resolves when the interviewer has read it. */
  writes(document: DocumentName, text: string): Promise<void>;
  leave(): void;
}

type Home = Pick<TestServer, "origin" | "reader">;

let said = 0;

export async function sit(server: Home, client: TestClient, room: TestRoom): Promise<Sitting> {
  const { origin } = server;
  const ears = channel(origin, client, room.id, { after: 0, staffAfter: 0 });
  await seated(ears);
  const known = new Set<number>();
  return {
    client,
    room,
    ears,
    async say(text, more = {}) {
      const answer = await ears.socket.timeout(5_000).emitWithAck("chat", { id: `say-${++said}`, text, ...more });
      if (!("seq" in answer)) throw new Error(`"${text}" was refused: ${JSON.stringify(answer)}`);
      return answer.seq;
    },
    press: (path, body) => client.ask("POST", `/api/rooms/${room.id}/${path}`, body),
    async hears(...kinds) {
      const isNew = (event: RoomEvent): boolean => ofKind(...kinds)(event) && !known.has(event.seq);
      const event = await heard(ears, "event", isNew);
      known.add(event.seq);
      if (!isSpeech(event)) throw new Error("not said by the interviewer");
      return event;
    },
    async writes(document, text) {
      await write(origin, client, room, document, text);
      await server.reader.readNow(room.id, {});
      await client.ask("GET", `/api/rooms/${room.id}/interview`);
    },
    leave() {
      ears.socket.disconnect();
    },
  };
}

/** A practice room with its owner in it. */
export async function practise(server: Home, wanted: object = {}): Promise<Sitting> {
  const ada = await guest(server.origin, "Ada");
  return sit(server, ada, await openRoom(ada, { mode: "practice", ...wanted }));
}

async function write(
  origin: string,
  { cookie, ask }: TestClient,
  room: TestRoom,
  document: DocumentName,
  text: string,
): Promise<void> {
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(`${origin.replace("http", "ws")}/collab/${room.id}`, document, doc, {
    disableBc: true,
    WebSocketPolyfill: class extends WebSocket {
      constructor(url: string | URL, protocols?: string | string[]) {
        super(url, { protocols: protocols ?? [], headers: { origin, cookie } });
      }
    },
  });
  await new Promise<void>((resolve) => provider.on("sync", (isSynced) => isSynced && resolve()));
  const content = doc.getText("content");
  doc.transact(() => {
    content.delete(0, content.length);
    content.insert(0, text);
  });
  for (;;) {
    const { body } = await ask("GET", `/api/rooms/${room.id}/documents/${document}`);
    if (z.object({ text: z.string() }).parse(body).text === text) break;
  }
  provider.destroy();
}

export async function viewOf({ client, room }: Pick<Sitting, "client" | "room">): Promise<InterviewView> {
  const { body } = await client.ask("GET", `/api/rooms/${room.id}/interview`);
  return z.object({ interview: InterviewView }).parse(body).interview;
}
