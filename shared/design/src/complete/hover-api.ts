import type { Explanation } from "@proofroom/domain/design/assist";
import { partDocs } from "@proofroom/domain/design/part-docs";
import { referenceDocs } from "@proofroom/domain/design/reference-docs";
import { extensionDocs, stepDocs } from "@proofroom/domain/design/step-docs";
import { namesFor } from "./names-for.ts";
import type { Asking } from "./offer.ts";
import { placeAt } from "./place.ts";

/** What the word at a place of the API document means; null where it is none of the vocabulary's. */
export function hoverApi({ text, offset, model, capabilities }: Asking): Explanation | null {
  const line = /[^\n]{0,200}$/.exec(text.slice(Math.max(0, offset - 200), offset))?.[0] ?? "";
  const from = offset - (/[\w.-]*$/.exec(line)?.[0].length ?? 0);
  const word = /^[\w.-]{0,200}/.exec(text.slice(from, from + 200))?.[0] ?? "";
  const place = placeAt(text, from, model);
  if (place === null || word === "") return null;
  const lead = `${place.lead}${place.quote}`;
  const explained = (says: string, example: string | null = null): Explanation => ({
    says,
    example,
    from,
    to: from + word.length,
  });

  if (/x-capability["']?\s*:\s*["']?$/.test(lead)) {
    const title = own(capabilities, word)?.title;
    return title === undefined ? null : explained(`${title}.`);
  }
  if (place.isInSteps && lead.endsWith("$")) {
    const says = own(referenceDocs, word.split(".")[0] ?? "");
    return says === undefined ? null : explained(says);
  }
  if (!/^["']?\s{0,9}:/.test(text.slice(from + word.length, from + word.length + 12))) return null;
  const extension = own(extensionDocs, word);
  if (extension !== undefined)
    return explained(extension.says, extension.example(namesFor(place.endpoint, { model, capabilities })));
  if (!place.isInSteps) return null;
  const step = own(stepDocs, word);
  if (step !== undefined) return explained(step.says, step.example(namesFor(place.endpoint, { model, capabilities })));
  const part = own(partDocs, word);
  return part === undefined ? null : explained(part);
}

const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;
