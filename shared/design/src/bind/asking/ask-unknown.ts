import type { Fix } from "@proofroom/domain/design/finding";
import type { Step } from "@proofroom/domain/design/step";
import { mapPlain } from "@proofroom/domain/design/steps-within";
import type { Capability } from "@proofroom/domain/problem/problem";
import type { EndpointRead } from "../../api/endpoint.ts";
import { asSaid, sentencesIn } from "../../text/sentences.ts";
import type { Asking } from "./ask.ts";
import { writeOperation } from "../steps/write-operation.ts";

const unknown =
  /\bunknown\b|\b(?:do(?:es)? not|don't|doesn't) (?:know|exist)|\bnot (?:found|known)\b|\bno such\b|\bnobody made\b|\bnothing (?:is )?found\b|unbekannt|gibt es nicht|desconhecid|desconocid|no existe|não existe|inconnu|n'existe pas/iu;
const elsewhere =
  /\b(?:welcome|landing|home|start|front|search)[- ]?(?:page|site|screen)\b|\bhomepage\b|startseite|willkommen|página (?:inicial|de inicio|principal)|page d'accueil|accueil/iu;
const goes =
  /redirect|\b30[1278]\b|\b(?:sent?|sends|goes|go|leads?|lands?|gets?|shown?|shows|renders?|falls? back)\b|weitergeleitet|umgeleitet|redirig|redirecion|redirec/iu;

/** The sentence that sends whoever asks for what is not there to some page of the design's own; null where none does. */
export function elsewhereIn(text: string): string | null {
  const sends = (one: string): boolean => unknown.test(one) && elsewhere.test(one) && goes.test(one);
  const found = sends(text) ? sentencesIn(text).find((one) => sends(one) && !/\b404\b/.test(one)) : undefined;
  return found === undefined ? null : asSaid(found);
}

/** Where nothing declares what is answered for what is not there, and the documents send such callers to a page: whether they do is asked. */
export function askUnknown(
  read: EndpointRead,
  { capability, steps, text }: { capability: Capability | undefined; steps: Step[]; text: string },
  asking: Asking,
): void {
  const status = steps.flatMap((step) => ("redirect" in step ? [step.status ?? 302] : []))[0];
  const isDeclared = read.endpoint.responses.some((one) => one.status === 404 || one.status === 410);
  if (capability?.find.redirects !== true || status === undefined || isDeclared) return;
  const said = elsewhereIn(text);
  if (said === null) return;
  const otherwise = mapPlain(steps, (step) =>
    "get" in step && step.else === undefined ? { ...step, else: status } : step,
  );
  const fix = (label: string, does: Step[]): Fix => ({
    label,
    edits: [writeOperation(asking.text, read, { steps: does })],
  });
  asking.tell({
    severity: "question",
    rule: "unknown-elsewhere",
    message: `What does ${read.endpoint.opId} answer for what is not there? It declares no 404, and it is written: ${said}`,
    from: read.at,
    to: read.end,
    fixes: [fix(`It answers ${status} there too`, otherwise), fix("It answers 404", steps)],
    stopsRun: capability.required,
  });
}
