import { isRecord } from "../../bind/fields.ts";
import { exampleNames } from "../sketch/example-paths.ts";
import { bracedPath } from "../sketch/endpoint-line.ts";

const most = { requests: 60, depth: 10 };

/** Requests that a collection of Postman, or a browser's archive (HAR), holds, each as the line of a sketch; none of any other text. */
export function recordedIn(text: string): string[] {
  const whole = parsed(text);
  if (!isRecord(whole)) return [];
  const log = whole["log"];
  const entries = isRecord(log) && Array.isArray(log["entries"]) ? log["entries"] : itemsIn(whole["item"], 0);
  const named = exampleNames(text.replaceAll('\\"', '"'));
  const lines = entries.slice(0, most.requests).flatMap((entry: unknown) => lineOf(entry, named) ?? []);
  return [...new Set(lines)];
}

/** Folders of a collection hold requests and folders. */
const itemsIn = (items: unknown, depth: number): unknown[] =>
  !Array.isArray(items) || depth > most.depth
    ? []
    : items.flatMap((item: unknown) => (isRecord(item) && "item" in item ? itemsIn(item["item"], depth + 1) : [item]));

function lineOf(entry: unknown, named: (path: string) => string): string | null {
  const request = isRecord(entry) ? entry["request"] : undefined;
  if (!isRecord(entry) || !isRecord(request)) return null;
  const url = isRecord(request["url"]) ? request["url"]["raw"] : request["url"];
  const method = request["method"];
  if (typeof url !== "string" || typeof method !== "string") return null;
  const path = bracedPath(
    url
      .replace(/^\{\{[^}]*\}\}/, "")
      .replaceAll(/\{\{(\w+)\}\}/g, "{$1}")
      .split("?")[0] ?? "",
  );
  const held = isRecord(request["body"])
    ? request["body"]["raw"]
    : isRecord(request["postData"])
      ? request["postData"]["text"]
      : undefined;
  const key =
    JSON.stringify(request["header"] ?? request["headers"] ?? "").match(/idempotency-key/i) === null
      ? ""
      : " [Idempotency-Key]";
  const answers = [entry["response"]].flat().flatMap((answer: unknown) => answerOf(answer) ?? []);
  return `${method.toUpperCase()} ${named(path.startsWith("/") ? path : `/${path}`)}${shapeOf(held)}${key} -> ${answers.length === 0 ? "200" : answers.join(" | ")}`;
}

function answerOf(answer: unknown): string | null {
  if (!isRecord(answer)) return null;
  const status = Number(answer["code"] ?? answer["status"]);
  const content = isRecord(answer["content"]) ? answer["content"]["text"] : answer["body"];
  return Number.isInteger(status) && status >= 200 && status < 600
    ? `${status}${status < 300 ? shapeOf(content) : ""}`
    : null;
}

/** ` {url, alias}` of an example in JSON. */
function shapeOf(example: unknown): string {
  const value = typeof example === "string" ? parsed(example) : undefined;
  const names = isRecord(value) ? Object.keys(value).filter((name) => /^\w+$/.test(name)) : [];
  return names.length === 0 ? "" : ` {${names.join(", ")}}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
