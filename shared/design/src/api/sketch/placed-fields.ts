import { inAscii } from "../../bind/names.ts";
import { type Part, partNamed } from "../part-words.ts";
import type { Line } from "./key-block.ts";
import { type Fields, fieldNamed } from "./listed-fields.ts";
import { plainCells } from "./table-cells.ts";
import { typeNamed } from "./types.ts";

/** Where a field of a request is sent. */
export type FieldPlace = "body" | "query" | "header" | "path";

/** What the columns of a table of fields hold, by their number; one that says where a field is sent makes it a table of them. */
export interface FieldTable {
  name: number;
  place: number;
  type: number;
  required: number;
  /** Whether `yes` in that column says that a field may be left out. */
  isOptional: boolean;
}

/** One field of a request, with where it is sent. */
export interface PlacedField {
  name: string;
  place: FieldPlace;
  isRequired: boolean;
  fields: Fields;
}

const heads: Record<"name" | "place" | "type" | "required" | "optional", ReadonlySet<string>> = {
  name: wordsOf(
    "name field fields key param params parameter parameters argument attribute attributes property campo nombre nome parametro nom champ parametre feld feldname veld naam pole nazwa parametr falt namn nev",
  ),
  place: wordsOf(
    "in em en dans where location place position source sentin passedin goesin foundin paramtype parametertype kind onde donde localizacao ubicacion lugar local ou emplacement wo ort dove posizione waar plaats gdzie miejsce kde umisteni var plats hvor hol",
  ),
  type: wordsOf("type datatype tipo typ tipus format formato"),
  required: wordsOf(
    "required req mandatory obligatorio obligatoria obrigatorio obrigatoria requerido obligatoire requis pflicht erforderlich verplicht obbligatorio richiesto wymagane wymagany obowiazkowe povinne povinny obligatorisk kotelezo",
  ),
  optional: wordsOf("optional opcional optionnel facultatif opzionale optioneel opcjonalne volitelne valfri"),
};

/** The head of a table that has a column for where each of a request's fields is sent; null of any other line. */
export function fieldTableOf(line: string): FieldTable | null {
  if (!/\|.*\|/.test(line) || line.length > longestHead) return null;
  const cells = plainCells(line, 0).map(({ text }) => plainWord(text));
  const at = (head: keyof typeof heads): number => cells.findIndex((cell) => heads[head].has(cell));
  const name = at("name");
  const place = at("place");
  const needed = at("required");
  const required = needed === -1 ? at("optional") : needed;
  return name === -1 || place === -1
    ? null
    : { name, place, type: at("type"), required, isOptional: needed === -1 && required !== -1 };
}

/** `| X-Account-Id | header | yes | who calls |`; null of a row that names no field or no place of one. */
export function fieldOfRow({ text, from }: Line, table: FieldTable): PlacedField | null {
  const cells = plainCells(text.slice(0, longestRow), from);
  const cell = (n: number): string => cells[n]?.text.trim() ?? "";
  const name = /^[`*_"':{]{0,4}([A-Za-z_][\w-]{0,60})(\??)[`*_"'}]{0,4}\??$/.exec(cell(table.name));
  const place = placeNamed(cell(table.place));
  if (name === null || place === null || name[1] === "__proto__") return null;
  const [, word = "", mark = ""] = name;
  const isRequired = table.required === -1 ? null : yes.test(plainWord(cell(table.required))) !== table.isOptional;
  const isLeftOut = mark !== "" || isRequired === false || (isRequired === null && optional.test(text));
  const type = /^`?([A-Za-z][\w<>[\]-]{0,40})/.exec(cell(table.type))?.[1] ?? "";
  const fields = fieldNamed(word, type, isLeftOut, { from, to: from + text.trimEnd().length });
  return { name: word, place, isRequired: isRequired === true, fields };
}

const item =
  /^(?:[ \t]*[-*+•▸▪◦‣●○–][ \t]+|[ \t]{2,40})[`*_]{0,4}([A-Za-z_][\w-]{0,60})(\??)[`*_]{0,4}(?:[ \t]{0,3}\(([^()\n]{1,80})\)|[ \t]{0,3}[:–—-][ \t]{1,3}([^\n]{1,120}))/;

/** ``- `X-Account-Id` (header, required): who calls`` or `- url: string, in body`; null of an item that names no place. */
export function fieldOfItem({ text, from }: Line): PlacedField | null {
  const [, name = "", mark = "", aside, behind = ""] = item.exec(text.slice(0, longestRow)) ?? [];
  const parts = (aside ?? behind).split(/[,;(]/).map((part) => part.trim().replace(/[).\s]+$/, ""));
  const place = parts.map(placeAlone).find((one) => one !== null) ?? null;
  if (name === "" || name === "__proto__" || place === null || labels.has(partNamed(name))) return null;
  const isRequired = parts.some((part) => yes.test(plainWord(part)));
  const type = parts.map((part) => /^`?([a-z][\w-]{0,20})/i.exec(part)?.[1]).find((word) => typed(word));
  const isLeftOut = mark !== "" || optional.test(text);
  const fields = fieldNamed(name, type ?? "", isLeftOut, { from, to: from + text.trimEnd().length });
  return { name, place, isRequired, fields };
}

/** What is no field at the beginning of an item, though `url` and `note` may be one. */
const labels: ReadonlySet<Part | null> = new Set<Part>(["input", "headers", "query", "answers", "success", "errors"]);

/** A place and nothing else: `in the header`, `query string`, `string in body`. */
function placeAlone(part: string): FieldPlace | null {
  const words = part.split(/[^\p{L}-]+/u).filter((word) => !/^(?:in|the|as|json|http|request)$/i.test(word));
  const rest = words.length > 1 && typed(words[0]) ? words.slice(1) : words;
  return rest.length > 0 &&
    rest.length <= 2 &&
    rest.every((word) => !/^ur[il]$/i.test(word)) &&
    rest.every((word) => ofPlace.test(word) || placeNamed(word) !== null)
    ? placeNamed(rest.join(" "))
    : null;
}

const ofPlace = /^(?:string|param|params|parameter|field)$/i;

const typed = (word: string | undefined): boolean =>
  word !== undefined && !/^(?:json|object|id)$/i.test(word) && typeNamed(word) !== undefined;

const longestHead = 400;
const longestRow = 2_000;

const places: Partial<Record<Part, FieldPlace>> = { headers: "header", query: "query", input: "body", path: "path" };

/** `header`, `JSON body`, `query string`, `Kopfzeile`, by the word that says most. */
function placeNamed(said: string): FieldPlace | null {
  const parts = said.split(/[^\p{L}-]+/u).map((word) => partNamed(word));
  const found = (["headers", "path", "input", "query"] as const).find((part) => parts.includes(part));
  return found === undefined ? null : (places[found] ?? null);
}

const optional = /\b(?:optional|opcional|optionnel|facultatif|opzionale|optioneel|opcjonaln\w{1,4}|voliteln\w{1,4})\b/i;

const yes =
  /^(?:y|yes|true|required|req|mandatory|always|must|si|sim|oui|ja|tak|ano|da|igen|x|1|m|obligat\w{0,9}|obrigat\w{0,9}|obbligat\w{0,9}|requis\w{0,3}|pflicht|erforder\w{0,6}|verplicht|wymagan\w{0,3}|povinn\w{0,3})$|[✓✔✅☑●]/;

const plainWord = (text: string): string =>
  /[✓✔✅☑●]/.test(text) ? "✓" : inAscii(text.slice(0, 40)).replaceAll(/[^\p{L}\p{N}]/gu, "");

function wordsOf(said: string): ReadonlySet<string> {
  return new Set(said.split(" "));
}
