import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";

/** The network that a request comes from, as its connection says: a header that names another can be written by anybody. */
export const networkOf = (c: Context): string => networkOfAddress(getConnInfo(c).remote.address ?? "");

/** An IPv4 address stands for itself; of an IPv6 address only the half counts that one subscriber is given. */
export function networkOfAddress(address: string): string {
  const [, mapped] = /^::ffff:([\d.]+)$/i.exec(address) ?? [];
  if (mapped !== undefined || !address.includes(":")) return mapped ?? address;
  const [head = "", tail] = address.split("::");
  const groups = head.split(":").filter((group) => group !== "");
  const after = tail === undefined ? [] : tail.split(":");
  const zeros = Array.from({ length: Math.max(0, 8 - groups.length - after.length) }, () => "0");
  return [...groups, ...zeros, ...after].slice(0, 4).join(":");
}
