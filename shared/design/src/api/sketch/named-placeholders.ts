import { isRecord } from "../../bind/fields.ts";
import { plain, wordsIn } from "../../bind/names.ts";
import type { Draft } from "./draft.ts";
import { idOf } from "./example-paths.ts";

/** What one thing of many is known by. */
const tells = new Set(["id", "uuid", "code", "url", "slug", "key", "hash", "alias", "token"]);

/**
 * On a whiteboard a part of a path often has no braces: `GET /api/v1/shortUrl` asks for what `POST` answers as `shortURL`, and nobody
 * calls a resource `seat_id`.
 */
export function withPlaceholders<T extends Pick<Draft, "method" | "path" | "answers">>(drafts: readonly T[]): T[] {
  const made = new Set(
    drafts.flatMap(({ method, answers }) =>
      method === "POST"
        ? answers.flatMap(({ schema }) => (isRecord(schema?.["properties"]) ? Object.keys(schema["properties"]) : []))
        : [],
    ),
  );
  const answered = new Set([...made].map(plain));
  const posted = new Set(drafts.filter(({ method }) => method === "POST").map(({ path }) => path));
  return drafts.map((draft) => {
    const isAsked = draft.method === "GET" && !draft.path.includes("{") && !posted.has(draft.path);
    const leads = draft.answers.some(({ status }) => status >= 300 && status < 400);
    const parts = draft.path.split("/");
    const path = parts.map((part, n) => {
      const isAnswered =
        isAsked && n === parts.length - 1 && n > 0 && answered.has(plain(part)) && (leads || isTelling(part));
      const before = parts[n - 1] ?? "";
      // `/v1/reservations/ID` is one of them.
      if (/^(?:id|ID)$/.test(part) && /^[a-z][\w-]{2,40}s$/i.test(before)) return `{${idOf(before)}}`;
      return isId.test(part) || isAnswered ? `{${part}}` : part;
    });
    return { ...draft, path: path.join("/") };
  });
}

/** `seatId`, `event_id`, `id_asiento`; not `openId`. */
const isId = /^(?!openid)(?:[a-z][a-z\d]{1,30}(?:_u?uid|_id|U?uid|U?UID|Id|ID)|id_[a-z]{2,30})$/;

const isTelling = (part: string): boolean => tells.has(wordsIn(part).at(-1) ?? "");
