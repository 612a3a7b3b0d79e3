import type { Table } from "@proofroom/domain/design/model";
import { isTextColumn } from "../schema/column-kind.ts";
import { wordsIn } from "./names.ts";
import { type Sense, isNamed } from "./sense.ts";

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

/** The one text column that is an address and not what was looked up by; undefined where none is, or several are. */
export function addressColumn(
  table: Pick<Table, "columns">,
  senses: Sense[],
  lookedUp: readonly string[],
): string | undefined {
  const texts = table.columns.filter((column) => isTextColumn(column) && !lookedUp.includes(column.name));
  const sense = senses.find(({ field }) => field === "redirect") ?? senses.find(({ field }) => field === "url");
  const isAddress = (name: string): boolean => sense !== undefined && isNamed(sense, name);
  const addresses = texts.filter(({ name }) => isAddress(name) || wordsIn(name).some((word) => addressWords.has(word)));
  if (addresses.length < 2) return addresses[0]?.name;
  const named = addresses.filter(({ name }) => isAddress(name));
  return named.length === 1 ? named[0]?.name : undefined;
}
