import type { PlainStep, Value } from "@proofroom/domain/design/step";
import { millisOf } from "@proofroom/domain/infrastructure/duration";
import { never } from "@proofroom/domain/never";
import { evaluate } from "../evaluate.ts";
import { isSame } from "../holds.ts";
import { goOn, isRecord, type Outcome, refuse, type Scope } from "../scope.ts";
import type { StepContext } from "./context.ts";
import { keyIn } from "./key.ts";

type CacheStep = Extract<
  PlainStep,
  { "cache.get": string } | { "cache.put": string } | { "cache.delete": string } | { "cache.increment": string }
>;

/** What is done with a key of the cache itself. Without a cache nothing is found or kept; only what counts, or lets in the first, cannot do without. */
export async function useCache(step: CacheStep, scope: Scope, { caches, sayOnce }: StepContext): Promise<Outcome> {
  const cache = caches.get(step.in ?? "");
  if (cache === undefined) sayOnce("no arrow leads from here to a cache: its steps have no effect");
  const key = keyIn(templateOf(step), scope);
  if (key === null) return refuse(400, "invalid", `${templateOf(step)} needs a value that was not sent`);
  if ("cache.get" in step) {
    const text = (await cache?.get(key)) ?? null;
    const held = text === null ? null : parsed(text);
    const isHeld = text !== null && isAsked(held, step.is, scope);
    return { next: "go-on", scope: { ...scope, cached: isHeld ? held : null, found: isHeld } };
  }
  if ("cache.put" in step) {
    const value = evaluate(step.value, scope) ?? null;
    if (step.absent === true) {
      const isKept = (await cache?.putAbsent(key, JSON.stringify(value), ttlOf(step))) ?? null;
      if (isKept === null) return refuse(503, "unavailable", "the cache that lets in the first cannot be asked");
      return { next: "go-on", scope: { ...scope, cached: isKept ? value : null, found: isKept } };
    }
    await cache?.put(key, JSON.stringify(value), ttlOf(step));
    return goOn(scope);
  }
  if ("cache.delete" in step) {
    if (step.is === undefined) {
      await cache?.remove([key]);
      return goOn(scope);
    }
    const text = (await cache?.get(key)) ?? null;
    const isHeld = text !== null && isAsked(parsed(text), step.is, scope);
    const isRemoved = isHeld && (await cache?.removeIf(key, text)) === true;
    return { next: "go-on", scope: { ...scope, found: isRemoved } };
  }
  if ("cache.increment" in step) {
    const by = step.by === undefined ? 1 : Number(evaluate(step.by, scope));
    const count = (await cache?.increment(key, by, ttlOf(step))) ?? null;
    if (count === null) return refuse(503, "unavailable", "the cache that counts cannot be asked");
    return { next: "go-on", scope: { ...scope, count, found: true } };
  }
  return never(step);
}

/** Of a document the parts that are asked for are compared, and what was not sent is nobody's. */
function isAsked(held: unknown, asked: Value | undefined, scope: Scope): boolean {
  if (asked === undefined) return true;
  const value = evaluate(asked, scope);
  const parts =
    isRecord(held) && isRecord(value) ? Object.entries(value).map(([name, part]) => [held[name], part]) : [];
  return parts.length === 0
    ? isSame(held, value)
    : parts.every(([own, part]) => part !== undefined && isSame(own, part));
}

const ttlOf = ({ ttl }: { ttl?: string | undefined }): number | null => millisOf(ttl ?? "");

function templateOf(step: CacheStep): string {
  if ("cache.get" in step) return step["cache.get"];
  if ("cache.put" in step) return step["cache.put"];
  return "cache.delete" in step ? step["cache.delete"] : step["cache.increment"];
}

/** A count is text that is a number; what `cache.put` kept is JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
