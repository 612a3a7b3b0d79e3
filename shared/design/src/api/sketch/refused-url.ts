import { isRecord } from "../../bind/fields.ts";
import { wordsIn } from "../../bind/names.ts";
import { refusesUrls } from "../../text/refused-urls.ts";

const refusal = /\b4(?:00|22)\b/;
const addressWords = new Set(
  "url uri link href target destination address adresse enlace endereco endereço lien ziel long".split(" "),
);

/** The status with which a line says that what is no URL is refused, "400 if the URL is invalid", and where it stands in it. */
export function urlRefusal(line: string): { status: number; at: number } | null {
  const found = line.length < 400 && refusesUrls(line) ? refusal.exec(line) : null;
  return found === null ? null : { status: Number(found[0]), at: found.index };
}

/** A body whose one address is a URL by what its endpoint refuses, though its field does not say so. */
export function withUrl(schema: Record<string, unknown>, isOpen = isOpenText): Record<string, unknown> {
  const properties = isRecord(schema["properties"]) ? schema["properties"] : {};
  const open = Object.entries(properties).filter(
    ([name, part]) => isRecord(part) && isOpen(part) && wordsIn(name).some((word) => addressWords.has(word)),
  );
  const [only, other] = open;
  if (only === undefined || other !== undefined) return schema;
  const [name, part] = only;
  return {
    ...schema,
    properties: { ...properties, [name]: { ...(isRecord(part) ? part : {}), type: "string", format: "uri" } },
  };
}

const isOpenText = (part: Record<string, unknown>): boolean =>
  (part["type"] === undefined || part["type"] === "string") &&
  part["format"] === undefined &&
  part["enum"] === undefined;

const telling = new Set(["type", "title", "description", "example", "examples", "nullable"]);

/** A text of which a schema says nothing that could be checked: where it says something, that is what is checked. */
export const isBareText = (part: Record<string, unknown>): boolean =>
  isOpenText(part) && Object.keys(part).every((key) => telling.has(key));

/** A text of which a schema says at most how long it is, which tells nothing of its form. */
export const isFormless = (part: Record<string, unknown>): boolean =>
  isOpenText(part) && Object.keys(part).every((key) => telling.has(key) || /^(?:min|max)Length$/.test(key));
