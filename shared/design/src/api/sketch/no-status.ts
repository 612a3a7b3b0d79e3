import type { Tell } from "../../text/report.ts";
import { type Scanner, take } from "./scanner.ts";

/** Where a status is to stand: behind an arrow or a bar. */
const place = /(?:\||[-=]>|[→⇒⟶➜])[\s`*]*$/;

/**
 * Passes over what stands for a status and is none, and tells it: `4O4` with its meaning, `99` and `2000` where nothing
 * else stands beside them, since "-> 50 links a page" is prose.
 */
export function tellNoStatus(scanner: Scanner, tell: Tell): boolean {
  const from = scanner.at;
  if (!place.test(scanner.text.slice(Math.max(0, from - 20), from))) return false;
  const alike = take(scanner, /(?=\d*[OoIl])[1-5IlOo\d][\dOoIl]{2}(?![\p{L}\p{N}_%.])/uy);
  const meant = alike?.replaceAll(/[Oo]/g, "0").replaceAll(/[Il]/g, "1") ?? "";
  if (alike !== null && /^[1-5]/.test(meant)) {
    const edits = [{ document: "api" as const, from, to: scanner.at, insert: meant }];
    const message = `${alike} is no status; ${meant} was probably meant, in digits only.`;
    const fixes = [{ label: `Write ${meant}`, edits }];
    tell({ severity: "error", rule: "status", message, from, to: scanner.at, fixes });
    return true;
  }
  scanner.at = from;
  const number = take(scanner, /\d{1,6}(?=[ \t`*]*(?:[|,{[]|[\r\n]|$))/y);
  if (number === null) return false;
  const message = `${number} is no status and is passed over; write one from 200 to 599, such as 404.`;
  tell({ severity: "warning", rule: "status", message, from, to: scanner.at });
  return true;
}
