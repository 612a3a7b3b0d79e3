import { partDocs } from "@proofroom/domain/design/part-docs";
import { extensionDocs } from "@proofroom/domain/design/step-docs";
import { keyColumn, keyHeader } from "../bind/key/idempotency.ts";
import { type Asking, type Offer, offerOf } from "./offer.ts";
import type { Place } from "./place.ts";

/** Whether x-operation is written with its parts by name: then a step stands below `steps` alone. */
export const isLongForm = (place: Place): boolean => isPartOf(place) && place.beside.some((line) => !isItem(line));

/** Below x-operation, where no step stands yet, the parts of its long form that are not there. */
export function longFormAt(place: Place, { tables }: Asking["model"]): Offer[] {
  const { lead, beside, endpoint } = place;
  if (!isPartOf(place) || beside.some(isItem)) return [];
  const isMissing = (part: string): boolean => beside.every((line) => !line.startsWith(`${part}:`));
  const steps = {
    ...offerOf("steps", "the steps of the long form"),
    insert: `steps:\n${lead}  - `,
    says: partDocs["steps"] ?? "",
    leadsOn: true,
  };
  const [column] = tables.flatMap((table) => {
    const kept = keyColumn(table);
    return kept === undefined ? [] : [`${table.name}.${kept}`];
  });
  const header = endpoint === undefined ? undefined : keyHeader(endpoint, undefined);
  const kept = {
    ...offerOf("idempotency", "the same key answers the same row"),
    insert: `idempotency: {header: ${header ?? "Idempotency-Key"}, column: ${column}}`,
    says: extensionDocs.idempotency.says,
  };
  return [...(column === undefined ? [] : [kept]), steps].filter(({ label }) => isMissing(label));
}

const isItem = (line: string): boolean => /^-\s/.test(line);

const isPartOf = ({ form, quote, lead, around }: Place): boolean =>
  form !== "json" && quote === "" && lead.trim() === "" && /^x-operation\s*:$/.test(around[0] ?? "");
