import type { Fix } from "@proofroom/domain/design/finding";
import type { Step } from "@proofroom/domain/design/step";
import { mapPlain } from "@proofroom/domain/design/steps-within";
import type { Capability } from "@proofroom/domain/problem/problem";
import type { EndpointRead } from "../../api/endpoint.ts";
import { denying } from "../../text/denial.ts";
import { asSaid, sentencesIn } from "../../text/sentences.ts";
import type { Asking } from "./ask.ts";
import { homeInCode } from "./home-in-code.ts";
import { writeOperation } from "../steps/write-operation.ts";
import { answeredUnknown, declaresUnknown, unknown } from "./unknown-words.ts";

const elsewhere =
  /\b(?:welcome|landing|home|start|front|search)[- ]?(?:page|site|screen)\b|\bhomepage\b|start-?seite|willkommen|(?:página|pagina) (?:inicial|iniziale|de inicio|de entrada|di benvenuto|principal\p{L}?)|page (?:d['’]accueil|de garde)|accueil|strona główna|stron\p{L} (?:główn\p{L}{1,2}|startow\p{L}{1,2})|start-?pagina|portada/iu;
const goes =
  /redirect|\b30[1278]\b|\b(?:sent?|sends|goes|go|leads?|lands?|gets?|shown?|shows|renders?|falls? back)\b|weitergeleitet|umgeleitet|leitet|führt|landet|redirig|redirecion|redirec|reindirizz|rimand|porta(?!\p{L})|envía|lleva|manda|envoie|renvoie|renvoyé|przekierow|kieruje|stuur|doorgestuurd/iu;

/** Of what was looked up there is none, where a page is named for it. */
const none =
  /(?<!\p{L})(?:(?:there (?:is|are)|if|when|finds?|found) (?:none|nothing|no (?:row|link|code|such))|missing|(?:gibt es|ist|findet) (?:\p{L}{1,6} )?(?:keine\p{L}?|nichts)|fehlt|(?:si|se) no (?:hay|está|lo hay)|se não (?:há|existir|houver)|s['’]il n['’]y (?:en )?a (?:pas|aucun\p{L}?)|non (?:c['’]è|ci sono)|jeśli (?:go )?nie ma|als (?:die|hij|het) er niet is|er geen)(?!\p{L})/iu;

/** The sentence that sends whoever asks for what is not there to some page of the design's own; null where none does. */
export function elsewhereIn(text: string): string | null {
  const sends = (one: string): boolean =>
    (unknown.test(one) || none.test(one)) && elsewhere.test(one) && goes.test(one) && !isDenied(one);
  const found = sends(text) ? sentencesIn(text).find((one) => sends(one) && !/\b404\b/.test(one)) : undefined;
  return found === undefined ? null : asSaid(found);
}

/** That what is not there is denied, and not where it leads to, is another thing. */
const isDenied = (one: string): boolean => denied.test(one.replace(unknown, " ").replace(none, " "));
const denied = new RegExp(
  `${denying(["not", "instead", "without", "supposed"])}[^.;,]{0,40}(?:${elsewhere.source})|(?:${elsewhere.source})[^.;,]{0,20}${denying(["not"])}`,
  "iu",
);

/** The line beside an endpoint that declares its redirect for what is not there, where none speaks of a refusal. */
function redirectedIn(beside: string, status: number): string | null {
  if (/(?<!\d)4(?:04|10)(?!\d)/.test(beside)) return null;
  const found = beside.split("\n").find((line) => declaresUnknown(line, status));
  return found === undefined ? null : asSaid(found);
}

interface Redirecting {
  capability: Capability | undefined;
  steps: Step[];
}

const declaresNone = ({ endpoint }: EndpointRead): boolean =>
  !endpoint.responses.some(({ status }) => status === 404 || status === 410);

const answering = (steps: Step[], status: number): Step[] =>
  mapPlain(steps, (step) => ("get" in step && step.else === undefined ? { ...step, else: status } : step));

/** The same steps with the success that an endpoint declares for what is not there, in place of a 404. */
export function withUnknownAnswered(
  read: EndpointRead,
  { capability, steps }: Redirecting,
  { beside, told }: { beside: string; told: string },
): Step[] {
  const declared = read.endpoint.responses.map(({ status }) => status).filter((one) => one >= 200 && one < 300);
  if (capability?.find.redirects !== true || !steps.some((step) => "redirect" in step) || !declaresNone(read))
    return steps;
  const status = declared.find((one) => declaresUnknown(beside, one) || answeredUnknown(told, one) !== null);
  return status === undefined ? steps : answering(steps, status);
}

/** Where nothing declares what is answered for what is not there, and the documents send such callers to a page: whether they do is asked. */
export function askUnknown(
  read: EndpointRead,
  { capability, steps, text, beside, code }: Redirecting & { text: string; beside: string; code: string },
  asking: Asking,
): void {
  const redirects = steps.flatMap((step) => ("redirect" in step ? [step.status ?? 302] : []))[0];
  const isAnswered = steps.some((step) => "get" in step && step.else !== undefined);
  if (capability?.find.redirects !== true || redirects === undefined || isAnswered || !declaresNone(read)) return;
  const sent = elsewhereIn(text) ?? homeInCode(code) ?? redirectedIn(beside, redirects);
  const said = sent ?? answeredUnknown(text, 200);
  if (said === null) return;
  const status = sent === null ? 200 : redirects;
  const otherwise = answering(steps, status);
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
