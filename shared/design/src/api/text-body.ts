import { denying } from "../text/denial.ts";

type Schema = Record<string, unknown>;

const plainText =
  /\btext\/plain\b|\bplain[- ]text\b|\braw (?:text|ur[il]|body|string)\b|\btexto (?:plano|puro|simples)\b|\btexte brut\b|\b(?:klartext|reiner text)\b|\btesto semplice\b|\bplatte tekst\b|\bzwykły tekst/i;
const noText = new RegExp(`${denying(["not", "no", "without", "instead"])}[^.;]{0,20}$`, "iu");

/** Whether a line says that a body is a text by itself, without fields. */
export function saysTextBody(line: string): boolean {
  const found = line.length > longest ? null : plainText.exec(line);
  return found !== null && !noText.test(line.slice(0, found.index));
}

const longest = 400;

const ofAddress = /\b(?:ur[il]|link|href|adress\w*|address|enlace|lien|endere[cç]o|indirizzo)\b/i;

/** A text without fields as the one field in which a run sends it: a URL where it is said to be one. */
export function fieldOfText(said: string, schema: Schema = {}): { name: string; schema: Schema } {
  const isUrl = schema["format"] === "uri" || ofAddress.test(said.slice(0, longest));
  const name = isUrl ? "url" : "text";
  const field = { ...schema, type: "string", ...(isUrl ? { format: "uri" } : {}) };
  return { name, schema: { type: "object", required: [name], properties: { [name]: field } } };
}

/** What is told of it, since a run has no other bodies than JSON. */
export const textSentAs = (name: string): string =>
  `Bodies are sent as JSON here: this text is sent as {"${name}": "…"}. Whether it is plain text or JSON decides nothing that is tested.`;
