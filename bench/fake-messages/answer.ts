import { isRecord } from "./refuse-schema.ts";
import { type MessagesBody, wordsOf } from "./request.ts";

/** What a sensible interviewer would say: it quotes the newest line that it was shown and asks what it was told to ask. */
export function sensibleAnswer(body: MessagesBody): string {
  const { schema } = body.output_config?.format ?? {};
  if (schema !== undefined) return JSON.stringify(fitting(schema, quotesIn(body)));
  const words = wordsOf(body);
  const wordings = words.match(/<untrusted doc="wording"[^]*?<\/untrusted>/g) ?? [];
  const asked =
    wordings
      .at(-1)
      ?.match(/[^.!?>\n]*\?/g)
      ?.at(-1)
      ?.trim() ?? "What would you do next?";
  const quote = quotesIn(body).at(-1);
  return quote === undefined ? `I am with you. ${asked}` : `You wrote “${quote}”. ${asked}`;
}

/** Numbered lines and untrusted text that stand in the request, oldest first: what an evaluator may quote verbatim. */
function quotesIn(body: MessagesBody): string[] {
  const lines = [...wordsOf(body).matchAll(/^\s*\d+[|:\t] ?(.*\S.*)$/gm)].map(([, line = ""]) => line.trim());
  return lines.filter((line) => line.length > 3).map((line) => line.slice(0, 80));
}

/** The plainest value that follows a JSON Schema. Strings named `quote` are quotes; numbers are 3 where they may be. */
function fitting(schema: unknown, quotes: string[], name = "", root: unknown = schema): unknown {
  if (!isRecord(schema)) return null;
  const inner = (part: unknown, called = name): unknown => fitting(part, quotes, called, root);
  if (typeof schema["$ref"] === "string") return inner(refer(root, schema["$ref"]));
  if ("const" in schema) return schema["const"];
  if (Array.isArray(schema["enum"])) return schema["enum"].includes(3) ? 3 : schema["enum"][0];
  for (const list of [schema["anyOf"], schema["allOf"]]) if (Array.isArray(list)) return inner(list[0]);
  const type = Array.isArray(schema["type"]) ? schema["type"][0] : schema["type"];
  if (type === "object") {
    const properties = isRecord(schema["properties"]) ? schema["properties"] : {};
    return Object.fromEntries(Object.entries(properties).map(([key, part]) => [key, inner(part, key)]));
  }
  if (type === "array") return [inner(schema["items"])];
  if (type === "integer" || type === "number") return 3;
  if (type === "boolean") return false;
  if (type === "null") return null;
  return name === "quote" ? (quotes.at(-1) ?? "") : "Said by the fake.";
}

function refer(root: unknown, ref: string): unknown {
  let at = root;
  for (const part of ref.replace(/^#\/?/, "").split("/")) if (part !== "" && isRecord(at)) at = at[part];
  return at;
}
