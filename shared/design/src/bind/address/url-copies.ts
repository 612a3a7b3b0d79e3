import type { Column } from "@proofroom/domain/design/model";
import type { Step, Value } from "@proofroom/domain/design/step";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import { fieldType } from "@proofroom/domain/problem/field-type";
import type { EndpointRead } from "../../api/endpoint.ts";
import type { Tell } from "../../text/report.ts";
import type { Asked } from "../asking/asked.ts";
import { isGroup } from "../fields.ts";
import { wordsIn } from "../names.ts";
import { sentIn } from "../convention/sent-in.ts";
import { senseOf, written } from "../sense.ts";
import { unnamedAddress } from "./unnamed-address.ts";

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

const things = set("url uri link href target destination long address input");
const asSent = set("requested original raw input submitted given entered typed sent provided received as");
const tidied = set("normalized normalised canonical canonicalized clean cleaned");

/** `normalized_url`, `canonical_link`: a URL in the form in which two spellings of one are alike. */
export const isTidied = (name: string): boolean => {
  const words = wordsIn(name);
  return words.some((word) => tidied.has(word)) && words.every((word) => tidied.has(word) || things.has(word));
};

/** `requested_url`, `original_input`, `raw_url`, `normalized_url`: called as what holds the URL that was sent once more. */
function isCopy({ name, type, generated, default: standard }: Column): boolean {
  const words = wordsIn(name);
  return (
    /^(?:text|varchar|char|citext)/.test(type) &&
    !generated &&
    standard === undefined &&
    words.some((word) => things.has(word)) &&
    words.some((word) => asSent.has(word) || tidied.has(word)) &&
    words.length > 1 &&
    words.every((word) => things.has(word) || asSent.has(word) || tidied.has(word))
  );
}

/** Columns that hold a URL, with the URL as it is sent: its own where its name tells nothing, and those that hold it once more. */
export function urlCopies(
  { endpoint, table, capability }: Asked,
  values: Readonly<Record<string, Value>>,
): Record<string, Value> {
  const asked = Object.entries(capability?.in ?? {}).find(([, type]) => fieldType(type).type === "url");
  if (capability?.writes !== true || asked === undefined) return {};
  const own = sentIn(endpoint).filter((one) => !isGroup(one));
  const sent = written(own, ({ name }) => name, senseOf(capability, asked[0]));
  if (sent === undefined) return {};
  const url = sent.reference;
  const open = table.columns.filter((column) => isCopy(column) && !Object.hasOwn(values, column.name));
  const isKept = open.length > 0 || Object.values(values).includes(url);
  const home = isKept ? undefined : unnamedAddress(table, Object.keys(values));
  const names = home === undefined ? open.map(({ name }) => name) : [home];
  return Object.fromEntries(names.map((name) => [name, url]));
}

/** That a run tidies nothing up is said where a column is called as what holds a tidied URL. */
export function tellTidied({ endpoint, at, end }: EndpointRead, steps: Step[], tell: Tell): void {
  const filled = plainSteps(steps).flatMap((step) =>
    "insert" in step ? Object.keys(step.values).map((name) => ({ table: step.insert, name })) : [],
  );
  for (const { table, name } of filled.filter((one) => isTidied(one.name))) {
    const message = `${table}.${name} is filled with the URL as ${endpoint.opId} is sent it: a run tidies nothing up.`;
    tell({ severity: "warning", rule: "url-as-sent", message, from: at, to: end });
  }
}
