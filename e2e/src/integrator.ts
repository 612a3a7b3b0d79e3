import * as z from "zod/mini";

/** Whoever drives a room by program: a cookie, the Origin that every change needs, and plain `fetch`. */
export interface Integrator {
  origin: string;
  cookie: string;
  id: string;
  ask: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;
}

interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** What the text says where it is JSON. */
  body: unknown;
}

interface Asking {
  method: string;
  path: string;
  body?: unknown;
  headers?: Record<string, string>;
}

export async function request(origin: string, { method, path, body, headers = {} }: Asking): Promise<Answer> {
  const json: Record<string, string> = body === undefined ? {} : { "content-type": "application/json" };
  const answer = await fetch(origin + path, {
    method,
    redirect: "manual",
    headers: { origin, ...json, ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  const isJson = answer.headers.get("content-type")?.startsWith("application/json") === true;
  return { status: answer.status, headers: answer.headers, text, body: isJson ? JSON.parse(text) : undefined };
}

export const get = (origin: string, path: string): Promise<Answer> => request(origin, { method: "GET", path });

const cookieOf = ({ headers }: Answer): string => headers.get("set-cookie")?.split(";", 1)[0] ?? "";

const Session = z.object({ person: z.object({ id: z.string(), name: z.string() }) });

const integrator = (origin: string, cookie: string, id: string): Integrator => ({
  origin,
  cookie,
  id,
  ask: (method, path, body, headers = {}) => request(origin, { method, path, body, headers: { cookie, ...headers } }),
});

export async function signIn(origin: string, name: string): Promise<Integrator> {
  const answer = await request(origin, { method: "POST", path: "/api/session/guest", body: { name } });
  return integrator(origin, cookieOf(answer), Session.parse(answer.body).person.id);
}

const Created = z.object({
  room: z.object({ id: z.string(), state: z.literal("live"), role: z.literal("owner") }),
  invites: z.object({ candidate: z.url(), interviewer: z.url(), observer: z.url() }),
});

export interface Room {
  id: string;
  owner: Integrator;
  invites: Record<"candidate" | "interviewer" | "observer", string>;
  /** The path of something in this room. */
  at: (what: string) => string;
}

export type Policy = "off" | "advisor" | "interviewer" | "assistant";

export async function openRoom(origin: string, name: string, interviewer: Policy = "off"): Promise<Room> {
  const owner = await signIn(origin, name);
  const { body } = await owner.ask("POST", "/api/rooms", { problem: "url-shortener", mode: "live", interviewer });
  const { room, invites } = Created.parse(body);
  return { id: room.id, owner, invites, at: (what) => `/api/rooms/${room.id}/${what}` };
}

const Practice = z.object({ room: z.object({ id: z.string(), mode: z.literal("practice") }) });

/** A practice room, whose owner is the candidate; nobody but observers may be invited. */
export async function openPractice(origin: string, name: string): Promise<Omit<Room, "invites">> {
  const owner = await signIn(origin, name);
  const { body } = await owner.ask("POST", "/api/rooms", { problem: "url-shortener", mode: "practice" });
  const { id } = Practice.parse(body).room;
  return { id, owner, at: (what) => `/api/rooms/${id}/${what}` };
}

export const tokenOf = (url: string): string => new URL(url).hash.slice(1);

/** Somebody new comes in by a link. */
export async function comeIn(origin: string, url: string, name: string): Promise<Integrator> {
  const body = { token: tokenOf(url), name };
  const cookie = cookieOf(await request(origin, { method: "POST", path: "/api/invites/accept", body }));
  const session = await request(origin, { method: "GET", path: "/api/session", headers: { cookie } });
  return integrator(origin, cookie, Session.parse(session.body).person.id);
}
