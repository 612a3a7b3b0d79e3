/** What of an answer decides how long it may be kept. */
export interface Answered {
  method: string;
  isAuthorized: boolean;
  status: number;
  headers: Record<string, string | string[] | undefined>;
}

/** Answers that a shared cache may keep for a time that nobody has said in them. */
const keptByTtl = new Set([200, 203, 301, 302, 307, 308]);

/**
 * Milliseconds for which a shared cache may answer with this one; 0 where it must not keep it. What the answer itself says
 * comes first; where it says nothing, what the drawing says.
 */
export function freshMillis({ method, isAuthorized, status, headers }: Answered, ttlMillis: number): number {
  if (method !== "GET" || headers["set-cookie"] !== undefined || headers["vary"] !== undefined) return 0;
  if (status < 200 || status === 206 || status >= 500) return 0;
  const said = directivesOf(headers["cache-control"]);
  if (["no-store", "private", "no-cache"].some((name) => said.has(name))) return 0;
  if (isAuthorized && !["public", "s-maxage", "must-revalidate"].some((name) => said.has(name))) return 0;
  const seconds = Number(said.get("s-maxage") ?? said.get("max-age") ?? Number.NaN);
  if (!Number.isNaN(seconds)) return Math.max(0, seconds * 1_000 - ageOf(headers["age"]));
  return keptByTtl.has(status) ? ttlMillis : 0;
}

function directivesOf(header: string | string[] | undefined): Map<string, string> {
  const text = Array.isArray(header) ? header.join(",") : (header ?? "");
  return new Map(
    text.split(",").map((part): [string, string] => {
      const [name = "", value = ""] = part.trim().split("=");
      return [name.toLowerCase(), value.replaceAll('"', "")];
    }),
  );
}

const ageOf = (header: string | string[] | undefined): number => (Number(header ?? 0) || 0) * 1_000;
