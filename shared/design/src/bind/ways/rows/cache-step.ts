import type { Step } from "@proofroom/domain/design/step";
import { referenceTo, type Stage } from "../stage.ts";
import { missing, valueOf } from "./template.ts";

/**
 * A step on a key of the cache itself, `hold:{in.seat}`, in the names of the request; of `{in.seat|hold}` the first that is
 * sent. Undefined of any other step, null where nothing fills the key.
 */
export function cacheStep(template: Record<string, unknown>, stage: Stage): Step | null | undefined {
  const [word = "", key] = Object.entries(template).find(([name]) => name.startsWith("cache.")) ?? [];
  if (typeof key !== "string") return undefined;
  const filled = key.replace(/\{in\.([\w|]+)\}/g, (_, fields: string) => {
    const reference = fields.split("|").flatMap((field) => referenceTo(field, stage) ?? [])[0];
    return reference === undefined ? "{}" : `{${reference.slice(1)}}`;
  });
  if (filled.includes("{}")) return null;
  const lasting = valueOf(template["ttl"], null, null, stage);
  const ttl = typeof lasting === "string" ? { ttl: lasting } : {};
  const asked = valueOf(template["is"], null, null, stage);
  const is = asked === missing ? {} : { is: asked };
  if (word === "cache.get") return { "cache.get": filled, ...is };
  if (word === "cache.put") {
    const value = valueOf(template["value"], null, null, stage);
    const absent = template["absent"] === true ? { absent: true as const } : {};
    return value === missing ? null : { "cache.put": filled, value, ...ttl, ...absent };
  }
  return word === "cache.delete" ? { "cache.delete": filled, ...is } : { "cache.increment": filled, ...ttl };
}
