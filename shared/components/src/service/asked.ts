import type { Asked, Row } from "./scope.ts";

const bodyBytes = 1024 * 1024;

/** What a request says, or why it cannot be read. */
export async function readRequest(
  request: Request,
  url: URL,
  path: Record<string, string>,
): Promise<Asked | Unreadable> {
  const header = Object.fromEntries(request.headers);
  const user = callerIn(header);
  const asked = { path, query: queryOf(url), header, user };
  if (request.method === "GET" || request.method === "HEAD") return { ...asked, body: undefined };
  if (Number(header["content-length"] ?? 0) > bodyBytes) return tooLarge;
  const text = await request.text();
  if (text.length > bodyBytes) return tooLarge;
  if (text.trim() === "") return { ...asked, body: undefined };
  try {
    const body: unknown = JSON.parse(text);
    return { ...asked, body };
  } catch {
    return { unreadable: "not-json", message: "the body is not JSON" };
  }
}

/** Whoever asks is called by the bearer token, else by what such services are told by instead. */
function callerIn(header: Record<string, string>): string | null {
  const token = /^Bearer\s+(\S+)$/i.exec(header["authorization"] ?? "")?.[1];
  return token ?? header["x-user-id"] ?? header["x-api-key"] ?? header["api-key"] ?? null;
}

export type Unreadable = { unreadable: "not-json" | "too-large"; message: string };

const tooLarge: Unreadable = { unreadable: "too-large", message: "the body is larger than 1 MB" };

/** A parameter that is sent several times is a list. */
function queryOf(url: URL): Row {
  const query: Row = {};
  for (const name of new Set(url.searchParams.keys())) {
    const all = url.searchParams.getAll(name);
    query[name] = all.length === 1 ? all[0] : all;
  }
  return query;
}
