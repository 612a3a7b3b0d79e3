import type { Endpoint } from "@proofroom/domain/design/model";
import type { Step, Value } from "@proofroom/domain/design/step";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import { successIn } from "../../api/success.ts";
import type { Conventional } from "../asking/asked.ts";
import type { Known } from "../convention/convention.ts";
import { fieldsOf, isRecord } from "../fields.ts";
import { isSameName } from "../names.ts";
import { deedOf, takesBack } from "./deed.ts";

/**
 * What an endpoint lets go that serves nothing of the problem and names what another one keeps in the cache, `DELETE
 * /seats/{seat_id}/hold/{hold_id}`: the key, and where a third compares what it holds only while that is what is sent here. Null of what
 * takes nothing back, or does not name all of it.
 */
export function letGoInCache(endpoint: Endpoint, { serving }: Pick<Known, "serving">): Conventional | null {
  if (deedOf(endpoint).said !== takesBack) return null;
  const steps = plainSteps(serving.flatMap((one) => one.steps));
  const put = steps.find((step) => "cache.put" in step && step.absent === true);
  if (put === undefined || !("cache.put" in put)) return null;
  const compared = steps.find((step) => "cache.get" in step && step.is !== undefined);
  const sent = sentTo(endpoint);
  const key = keyHere(put["cache.put"], sent);
  const is = compared !== undefined && "is" in compared ? valueHere(compared.is, sent) : undefined;
  if (key === null || is === undefined) return null;
  const step: Step = { "cache.delete": key, is };
  return {
    steps: [step, { return: { status: successIn(endpoint.responses)?.status ?? 204 } }],
    gaps: [],
    because: [`${put["cache.put"]} is what is kept in the cache`],
  };
}

interface Sent {
  name: string;
  reference: string;
}

const sentTo = ({ parameters, body }: Endpoint): Sent[] => [
  ...parameters.map(({ name, in: at }) => ({ name, reference: `$${at}.${name}` })),
  ...fieldsOf(body).map(({ name }) => ({ name, reference: `$body.${name}` })),
];

/** A reference of another endpoint as this one is sent the same; who asks is told by the token everywhere. */
function referenceHere(reference: string, sent: readonly Sent[]): string | undefined {
  if (reference === "$user") return reference;
  const name = reference.split(".").slice(1).join(".");
  return sent.find((one) => isSameName(one.name, name))?.reference;
}

/** `hold:{path.seat_id}` with its holes filled by what is sent here; null where one of them is not. */
function keyHere(template: string, sent: readonly Sent[]): string | null {
  const filled = template.replace(
    /\{([^{}]{1,80})\}/g,
    (_, hole: string) => `{${referenceHere(`$${hole}`, sent)?.slice(1) ?? ""}}`,
  );
  return filled.includes("{}") ? null : filled;
}

/** The parts of a document that are sent here; undefined where none is. */
function valueHere(asked: Value | undefined, sent: readonly Sent[]): Value | undefined {
  const json = typeof asked === "object" && asked !== null && "json" in asked ? asked.json : null;
  const parts = Object.entries(isRecord(json) ? json : {}).flatMap(([name, reference]) => {
    const here = typeof reference === "string" ? referenceHere(reference, sent) : undefined;
    return here === undefined ? [] : [[name, here]];
  });
  return parts.length === 0 ? undefined : { json: Object.fromEntries(parts) };
}
