import { isRecord } from "../fields.ts";

/** A value on one line, as JSON or as people write YAML: `[{ get: urls, by: { code: $path.code } }]`. */
export function flowText(value: unknown, isJson: boolean): string {
  if (isJson) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((part) => flowText(part, false)).join(", ")}]`;
  if (!isRecord(value)) return typeof value === "string" ? word(value) : String(value);
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  if (entries.length === 0) return "{}";
  return `{ ${entries.map(([key, part]) => `${word(key)}: ${flowText(part, false)}`).join(", ")} }`;
}

/** A name, a reference, or a time such as `2m`. */
const plainWord = /^(?:[$\p{L}_][\p{L}\p{N}_.$-]*(?: [\p{L}\p{N}_.]+)*|\d+(?:ms|[smhd]))$/u;

const word = (text: string): string =>
  plainWord.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text) ? text : JSON.stringify(text);
