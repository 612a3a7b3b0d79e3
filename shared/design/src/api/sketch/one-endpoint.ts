import { pathShape } from "../path.ts";
import { isRecord } from "../../bind/fields.ts";
import type { Tell } from "../../text/report.ts";
import type { Draft } from "./draft.ts";

/**
 * A README shows its endpoints in an overview and then one by one: what stands twice is one endpoint, read where more is
 * said of it, and a transcript sends the same again. Two that say the same amount, or contradict each other, are told.
 */
export function oneEach<T extends Draft>(drafts: readonly T[], tell: Tell): T[] {
  const kept = new Map<string, T>();
  for (const draft of drafts) {
    const key = [...kept].find(([, one]) => isRefused(draft, one))?.[0] ?? `${draft.method} ${pathShape(draft.path)}`;
    const other = kept.get(key);
    if (other === undefined) kept.set(key, draft);
    else kept.set(key, joined(other, draft, tell));
  }
  return [...kept.values()];
}

/** `GET /zzzzzz` that is answered 404 shows what `GET /{code}` does of a code that nobody made. */
const isRefused = (draft: Draft, known: Draft): boolean =>
  draft.isExample === true &&
  draft.method === known.method &&
  draft.answers.length > 0 &&
  draft.answers.every(({ status }) => status >= 400) &&
  fits(draft.path.split("/"), known.path.split("/"));

const fits = (parts: readonly string[], known: readonly string[]): boolean =>
  parts.length === known.length && parts.every((part, n) => part === known[n] || known[n]?.startsWith("{") === true);

function joined<T extends Draft>(first: T, second: T, tell: Tell): T {
  const isShown = first.isExample === true || second.isExample === true;
  const isFuller = isShown ? first.isExample === true && second.isExample !== true : weightOf(second) > weightOf(first);
  const [full, short] = isFuller ? [second, first] : [first, second];
  if (isShown) return merged(full, short);
  const conflict = conflictOf(full, short);
  if (conflict !== null || weightOf(full) === weightOf(short)) {
    const why = conflict === null ? "" : `, and not alike: ${conflict}`;
    const message = `${second.method} ${second.path} stands here twice${why}; keep one of the two.`;
    tell({ severity: "error", rule: "duplicate-path", message, ...second.methodAt });
    return first;
  }
  return merged(full, short);
}

function merged<T extends Draft>(full: T, short: T): T {
  return {
    ...full,
    body: full.body ?? short.body,
    query: [...full.query, ...short.query.filter((one) => full.query.every(({ name }) => name !== one.name))],
    headers: [...full.headers, ...short.headers.filter((one) => full.headers.every(({ name }) => name !== one.name))],
    answers: [
      ...full.answers.map((one) => {
        const schema = one.schema ?? short.answers.find(({ status }) => status === one.status)?.schema;
        return schema === undefined ? one : { ...one, schema };
      }),
      ...short.answers.filter((one) => full.answers.every(({ status }) => status !== one.status)),
    ],
    keys: [...full.keys, ...short.keys],
    summary: full.summary === "" ? short.summary : full.summary,
  };
}

/** How much is said of an endpoint. */
const weightOf = ({ body, answers, query, headers, keys }: Draft): number =>
  (body === undefined ? 0 : 1 + namesIn(body.schema).length) +
  answers.reduce((sum, { schema }) => sum + 1 + (schema === undefined ? 0 : 1 + namesIn(schema).length), 0) +
  query.length +
  headers.length +
  2 * keys.length;

function conflictOf(full: Draft, short: Draft): string | null {
  const goods = [full, short].map(({ answers }) => answers.filter(({ status }) => status < 400));
  const [here = [], there = []] = goods.map((answers) => answers.map(({ status }) => status));
  if (here.length > 0 && there.length > 0 && !here.some((status) => there.includes(status)))
    return `one answers ${here.join(" or ")}, the other ${there.join(" or ")}`;
  const [many = [], few = []] = [full, short].map(({ body }) => (body === undefined ? [] : namesIn(body.schema)));
  const strange = few.find((name) => !many.includes(name));
  if (many.length > 0 && strange !== undefined) return `${strange} is sent in only one of them`;
  const same = full.keys.find(({ key }) => short.keys.some((other) => other.key === key));
  return same === undefined ? null : `both have ${same.key}`;
}

const namesIn = (schema: Record<string, unknown>): string[] => {
  const fields = isRecord(schema["items"]) ? schema["items"]["properties"] : schema["properties"];
  return isRecord(fields) ? Object.keys(fields) : [];
};
