import type { Fix } from "@proofroom/domain/design/finding";
import type { Step, Value } from "@proofroom/domain/design/step";
import { mapPlain } from "@proofroom/domain/design/steps-within";
import { fieldType } from "@proofroom/domain/problem/field-type";
import type { Capability } from "@proofroom/domain/problem/problem";
import type { Operation as Bound } from "@proofroom/domain/design/model";
import type { EndpointRead } from "../api/endpoint.ts";
import { asSaid, sentencesIn } from "../text/sentences.ts";
import type { Asking } from "./ask.ts";
import { type Operation, writeOperation } from "./write-operation.ts";

const lowers =
  /lower-?\s?cas|to_?lower|\blower\(|min[uú]scul|kleinbuchstaben|kleingeschrieben|kleinschreib|kleine letters/iu;
const address =
  /(?<![\p{L}_])(?:urls?|uris?|links?|address(?:es)?|adressen?|endereços?|direcci[oó]n(?:es)?|enlaces?)(?![\p{L}_])/iu;
/** A part of it alone, or something else, or what is not stored. */
const otherwise =
  /(?<![\p{L}_])(?:hosts?|hostnames?|domains?|dom[ií]nios?|schemes?|keys?|codes?|slugs?|alias(?:es)?|e?-?mails?|tokens?|hash\p{L}*|compar\p{L}*|lookup|instead|would)(?![\p{L}_])/iu;
/** Right before the word. */
const denied =
  /(?<![\p{L}_])(?:not|never|nothing|no|without|don't|doesn't|isn't|nicht|kein\p{L}*|nie|não|nunca|sin|sem|pas|jamais)(?![\p{L}_])[^.;,]{0,20}$/iu;

/** The sentence that tells that URLs are put in lower case before they are stored; null where none does. */
export function loweredIn(text: string): string | null {
  const found = sentencesIn(text).find((one) => {
    const at = one.search(lowers);
    return at !== -1 && address.test(one) && !otherwise.test(one) && !denied.test(one.slice(0, at));
  });
  return found === undefined ? null : asSaid(found);
}

interface Written extends Operation {
  capability: Capability | undefined;
  inputs: Bound["inputs"];
  /** What the documents tell of it. */
  text: string;
}

/** A URL in lower case may be another one: whether that is what is stored is asked where the documents tell that it is made so. */
export function askLowered(read: EndpointRead, written: Written, asking: Asking): void {
  const { capability, inputs, steps, idempotency } = written;
  const [field] = Object.keys(capability?.in ?? {}).filter(
    (one) => fieldType(capability?.in[one] ?? "").type === "url",
  );
  const at = field === undefined ? undefined : inputs[field];
  if (capability?.writes !== true || at === undefined) return;
  const sent = `$${at.in}.${at.name}`;
  const lowered = loweringOf(steps, sent);
  const said = lowered === null ? null : loweredIn(written.text);
  if (lowered === null || said === null) return;
  const fix = (label: string, does: Step[]): Fix => ({
    label,
    edits: [writeOperation(asking.text, read, { steps: does, idempotency })],
  });
  asking.tell({
    severity: "question",
    rule: "url-lowered",
    message: `Is the URL that ${read.endpoint.opId} stores another one than it was sent? It is written: ${said}`,
    from: read.at,
    to: read.end,
    fixes: [fix("It is stored in lower case", lowered), fix("It is stored as it was sent", steps)],
    stopsRun: capability.required,
  });
}

/** The same steps with what is sent stored in lower case; null where nothing stores it. */
function loweringOf(steps: Step[], sent: string): Step[] | null {
  let isStored = false;
  const changed = mapPlain(steps, (step) => {
    if (!("insert" in step)) return step;
    const values = Object.entries(step.values).map(([column, value]): [string, Value] => {
      if (value !== sent) return [column, value];
      isStored = true;
      return [column, { lower: sent }];
    });
    return { ...step, values: Object.fromEntries(values) };
  });
  return isStored ? changed : null;
}
