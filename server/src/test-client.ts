import { RoomId } from "@proofroom/domain/id";
import { Person } from "@proofroom/domain/room/person";
import type { InvitedRole } from "@proofroom/domain/room/room";
import { RoomView } from "@proofroom/domain/room/view";
import * as z from "zod/mini";

/** A browser of one person, as far as requests go: it keeps a cookie and says where it comes from. */
export interface TestClient {
  person: Person;
  cookie: string;
  ask: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Asked>;
}

export interface Asked {
  status: number;
  body: unknown;
  headers: Headers;
}

const Session = z.object({ person: Person });

export async function request(
  origin: string,
  {
    method,
    path,
    body,
    headers = {},
  }: { method: string; path: string; body?: unknown; headers?: Record<string, string> },
): Promise<Asked> {
  const json = body === undefined ? {} : { "content-type": "application/json" };
  const response = await fetch(origin + path, {
    method,
    redirect: "manual",
    headers: { origin, ...json, ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.startsWith("application/json") === true;
  return { status: response.status, body: isJson ? JSON.parse(text) : text, headers: response.headers };
}

const cookieOf = (asked: Asked): string => asked.headers.get("set-cookie")?.split(";", 1)[0] ?? "";

const client = (origin: string, person: Person, cookie: string): TestClient => ({
  person,
  cookie,
  ask: (method, path, body, headers = {}) => request(origin, { method, path, body, headers: { cookie, ...headers } }),
});

export async function guest(origin: string, name: string): Promise<TestClient> {
  const asked = await request(origin, { method: "POST", path: "/api/session/guest", body: { name } });
  return client(origin, Session.parse(asked.body).person, cookieOf(asked));
}

const Created = z.object({ room: RoomView, invites: z.record(z.string(), z.string()) });

export interface TestRoom {
  id: RoomId;
  owner: TestClient;
  invites: Record<string, string>;
}

export async function openRoom(owner: TestClient, wanted: object = {}): Promise<TestRoom> {
  const asked = await owner.ask("POST", "/api/rooms", { problem: "url-shortener", mode: "live", ...wanted });
  const { room, invites } = Created.parse(asked.body);
  return { id: room.id, owner, invites };
}

/** Somebody new comes in by a link. */
export async function joinBy(origin: string, url: string, name: string): Promise<TestClient> {
  const token = new URL(url).hash.slice(1);
  const accepted = await request(origin, { method: "POST", path: "/api/invites/accept", body: { token, name } });
  const cookie = cookieOf(accepted);
  const session = await request(origin, { method: "GET", path: "/api/session", headers: { cookie } });
  return client(origin, Session.parse(session.body).person, cookie);
}

export const join = (origin: string, room: TestRoom, role: InvitedRole, name: string): Promise<TestClient> =>
  joinBy(origin, room.invites[role] ?? "", name);
