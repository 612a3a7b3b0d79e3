import { type Part, partNamed } from "../part-words.ts";
import type { Span } from "./nodes.ts";
import { typeMeant, typeNamed } from "./types.ts";

/** Fields that are named without braces, as a schema; `span` is theirs. */
export interface Fields {
  schema: { type: "object"; properties: Record<string, Record<string, unknown>>; required?: string[] };
  span: Span;
}

/** Words behind `Body:` that name no field. */
const noField =
  /^(?:none|empty|nothing|null|na|no|yes|json|body|payload|object|the|an?|as|in|of|to|it|is|optional|required|fields?|params?|parameters?|headers?|type|name|description|example|text|raw|form|redirects?|ok|success|errors?|error|list|array|see|same|created|found|location|status|string|int|integer|boolean|number|auth|authenticated|idempotent|public|private|internal|async|sync|admin|jwt|bearer|cached|paginated|errs?|headers?|cookies?|notes?|method|verb|response|request)$/i;

const field =
  /^[`*_"']{0,4}([A-Za-z_][\w-]{0,60})(\??)[`*_"']{0,4}(\??)(?:\s*[:=]\s*`?([A-Za-z][\w<>[\]|-]{0,40})`?(?=\s|$|[(–—-]))?(?:\s*\(([^()]{0,120})\))?(?:\s*[–—:-]{1,2}\s.{0,200})?$/;

/** `url, alias?: string (optional) and user_id`; null where any part is more than a field. */
export function fieldsIn(text: string, from: number): Fields | null {
  const written = text.replace(/[\s.;]+$/, "");
  const parts = written.split(/\s*(?:,(?![^()]*\))(?:\s*and\b)?|\s\band\b|\s\+|\s&)\s+/);
  if (written === "" || parts.length > most) return null;
  const properties: Record<string, Record<string, unknown>> = {};
  const required: string[] = [];
  for (const part of parts) {
    const read = fieldIn(part);
    if (read === null) return null;
    properties[read.name] = read.schema;
    if (!read.isOptional) required.push(read.name);
  }
  return asFields(properties, required, { from, to: from + written.length });
}

const most = 30;

/** `- url: string, required`, or `| url | string | yes | what is shortened |`: an item of the list below `Body:`; null where the line is none. */
export function listedField(text: string, from: number): Fields | null {
  const [lead = ""] = /^[ \t]*(?:[-*+•▸▪◦‣●○–][ \t]+|\|[ \t]*|(?<=^[ \t]{2,})(?=[a-z_]))/i.exec(text) ?? [];
  const item = text.slice(lead.length);
  const label = /^[`*_]{0,3}([\p{L}-]{2,40})[`*_]{0,3}\s{0,3}:[\s*_]*$/u.exec(item.trim())?.[1];
  if (label !== undefined && beginsAnother.has(partNamed(label))) return null;
  if (lead === "" && !/^[ \t]{2,}[A-Za-z_]\w*(?:\??:[ \t]+[A-Za-z]|[ \t]*$)/.test(text)) return null;
  const [name = "", type = "", ...rest] = text.trimStart().startsWith("|")
    ? item.split("|").map((cell) => cell.trim())
    : [];
  const isOptional = /^(?:no|optional|false|n|-)$/i.test(rest[0] ?? "") || /optional/i.test(rest.join(" "));
  const said = name === "" ? oneOf(item) : `${name}${type === "" ? "" : `: ${type}`}${isOptional ? " (optional)" : ""}`;
  const read = fieldIn(said);
  return read === null
    ? null
    : asFields({ [read.name]: read.schema }, read.isOptional ? [] : [read.name], {
        from: from + lead.length,
        to: from + text.trimEnd().length,
      });
}

/** The one field of a name and a type, where it is certain that it is one. */
export function fieldNamed(name: string, type: string, isOptional: boolean, span: Span): Fields {
  const known: Record<string, unknown> = typeNamed(type.replace("[]", "")) ?? {};
  const schema = type.endsWith("[]") ? { type: "array", items: known } : known;
  return asFields({ [name]: schema }, isOptional ? [] : [name], span);
}

/** What a label alone on its line begins below a list of fields. */
const beginsAnother: ReadonlySet<Part | null> = new Set<Part>(["answers", "success", "errors", "headers", "query"]);

/** `url: string, required` and `url string` as one field, whatever is said of it behind. */
function oneOf(item: string): string {
  const [, name = "", rest = ""] = /^([`*_"']{0,4}[A-Za-z_][\w-]{0,60}\??[`*_"']{0,4}\??)(.*)$/.exec(item.trim()) ?? [];
  const type = /^[\s:=(–—-]*`?([A-Za-z][\w-]{0,20})/.exec(rest)?.[1];
  const isField =
    (rest === "" && /^[`*_"']*[a-z]/.test(name)) ||
    /^\s*[:=(–—-]/.test(rest) ||
    (type !== undefined && typeNamed(type) !== undefined);
  if (name === "" || !isField) return "";
  const known = type !== undefined && typeNamed(type) !== undefined ? `: ${type}` : "";
  return `${name}${known}${/\boptional\b|\bnot required\b/i.test(rest) ? " (optional)" : ""}`;
}

function fieldIn(part: string): { name: string; schema: Record<string, unknown>; isOptional: boolean } | null {
  const [whole, name = "", early = "", late = "", type = "", aside = ""] = field.exec(part.trim()) ?? [];
  if (whole === undefined || noField.test(name) || name === "__proto__") return null;
  const isList = type.endsWith("[]");
  const known: Record<string, unknown> = typeMeant(type.replace("[]", "")) ?? asideType(aside);
  const isOptional = early + late !== "" || /optional|not required|\?/i.test(aside);
  return { name, schema: isList ? { type: "array", items: known } : known, isOptional };
}

/** The type that words in brackets name: `(uuid, required)`. */
function asideType(aside: string): Record<string, unknown> {
  for (const word of aside.split(/[\s,;]+/)) {
    const type = /^(?:json|url|list|array)$/i.test(word) ? undefined : typeNamed(word);
    if (type !== undefined) return type;
  }
  return {};
}

const asFields = (properties: Fields["schema"]["properties"], required: string[], span: Span): Fields => ({
  schema: { type: "object", ...(required.length === 0 ? {} : { required }), properties },
  span,
});

/** Two lists of fields as one. */
export const joined = (first: Record<string, unknown>, { schema }: Fields): Record<string, unknown> => {
  const known = first["properties"];
  const needed = Array.isArray(first["required"]) ? first["required"] : [];
  const required = [...needed, ...(schema.required ?? [])];
  return {
    type: "object",
    ...(required.length === 0 ? {} : { required }),
    properties: { ...(typeof known === "object" ? known : {}), ...schema.properties },
  };
};
