import type { Column, Table } from "@proofroom/domain/design/model";
import { isTextColumn } from "../../schema/column-kind.ts";
import { wordsIn } from "../names.ts";
import { unnamedAddress } from "./unnamed-address.ts";
import { isTidied } from "./url-copies.ts";
import { type Sense, isNamed } from "../sense.ts";

const addressWords = new Set([
  "url",
  "uri",
  "link",
  "href",
  "target",
  "destination",
  "location",
  "long",
  "original",
  "address",
]);

/**
 * The one text column that is an address and not what was looked up by: of several the one that is said to be redirected to, else that is
 * called as the address is, else that was not tidied up. Undefined where none is, or it cannot be told which.
 */
export function addressColumn(
  table: Table,
  senses: Sense[],
  lookedUp: readonly string[],
  written: readonly string[],
): string | undefined {
  const texts = table.columns.filter((column) => isTextColumn(column) && !lookedUp.includes(column.name));
  const sense = senses.find(({ field }) => field === "redirect") ?? senses.find(({ field }) => field === "url");
  const isAddress = (name: string): boolean => sense !== undefined && isNamed(sense, name);
  const addresses = texts.filter(({ name }) => isAddress(name) || wordsIn(name).some((word) => addressWords.has(word)));
  const url = senses.find(({ field }) => field === "url");
  const sentTo = addresses.length > 0 ? [] : texts.filter(({ name }) => url !== undefined && isNamed(url, name));
  if (sentTo.length === 1) return sentTo[0]?.name;
  if (addresses.length === 0 && lookedUp.length > 0) return unnamedAddress(table, lookedUp);
  if (addresses.length < 2) return addresses[0]?.name;
  const named = addresses.filter(({ name }) => isAddress(name));
  const sent = addresses.filter(({ name }) => !isTidied(name));
  const [said, shown] = [going, read].map((word) => addresses.filter((column) => isSaid(column, word, written)));
  const told = addresses.filter(({ comment = "" }) => new RegExp(going, "i").test(comment));
  return [told, said, shown, named, sent].find((found) => found?.length === 1)?.[0]?.name;
}

const going = String.raw`(?:redirect\w*|location|30[1278]|weiterleit\w*|leitet|redirig\w*|redirecion\w*|reindiriz\w*|rinvia\w*|doorstu\w*|doorverw\w*|przekierow\w*)`;
const read = "select";

/** Whether what is written about an endpoint says of a column that it is read, or that whoever asks is sent there. */
function isSaid({ name }: Column, word: string, written: readonly string[]): boolean {
  const column = name.replaceAll(/[^\w]/g, "\\$&");
  const said = new RegExp(`\\b${word}\\b[^.;\\n]{0,40}\\b${column}\\b|\\b${column}\\b[^.;\\n]{0,60}\\b${word}\\b`, "i");
  return written.some((text) => said.test(text));
}
