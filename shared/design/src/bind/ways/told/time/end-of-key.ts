import type { Duration } from "./durations.ts";

/** `hold:{seat_id}`, `"seat:" + seatId`: how a key of a cache is written, what others keep there apart. */
const key =
  /(?<![\p{L}\p{N}_:])(?!\p{L}{0,20}(?:map|cache|session|idem|event|rate|answer)\p{L}{0,12}:)\p{L}[\p{L}\p{N}_]{1,30}:(?:[{<$]|["'`]\s{0,2}[+.])/iu;

/** That something ends, right before a time or behind it. */
const ending =
  "(?:expir\\p{L}{0,6}|ttl|ends?|time[- ]to[- ]live|ablauf\\p{L}{0,3}|läuft|abläuft|verfall\\p{L}{0,2}|verfällt|caduc\\p{L}{1,5}|venc\\p{L}{1,6}|validade|scad\\p{L}{1,5}|verlo\\p{L}{1,4}|vervalt|wygas\\p{L}{0,4})";
const endsBefore = new RegExp(`(?<!\\p{L})${ending}(?!\\p{L})[^.;|\\d]{0,20}$`, "iu");
const endsBehind = new RegExp(`^[^.;|\\d]{0,12}(?<!\\p{L})${ending}(?!\\p{L})`, "iu");

/** Whether a time is said to be the end of a key that is written before it: "the key `hold:{seat_id}` … with an expiry of 20 minutes", `| seat:{id} | token | 20 min |`. */
export function isEndOfKey(text: string, { at, end }: Pick<Duration, "at" | "end">): boolean {
  const [before, behind] = [text.slice(0, at), text.slice(end)];
  if (!key.test(before)) return false;
  const isCell = /\|\s{0,3}$/.test(before) && /^\s{0,3}(?:\||$)/.test(behind);
  return isCell || endsBefore.test(before) || endsBehind.test(behind);
}
