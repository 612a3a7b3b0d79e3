import { keyName } from "@proofroom/domain/design/key-words";
import type { Idempotency } from "@proofroom/domain/design/step";
import type { Capability } from "@proofroom/domain/problem/problem";
import type { EndpointRead } from "../../api/endpoint.ts";
import { sentencesIn } from "../../text/sentences.ts";
import { writeOperation } from "../steps/write-operation.ts";
import type { Conventional } from "./asked.ts";
import { declaredRefused, refusedForNoRow, takenForCode } from "../ways/told/again/declared-refused.ts";
import { refusingAgain } from "../ways/told/again/refused-again.ts";
import { refusedAgainIn } from "../ways/told/again/repeated.ts";
import { wordsIn } from "../names.ts";
import type { Asking } from "./ask.ts";

type Flow = Pick<Extract<Conventional, { gaps: string[] }>, "steps" | "idempotency">;

/** A code that is taken is drawn again, or refused. */
const ofCodes = /(?<!\p{L})(?:codes?|slugs?|alias\p{L}*|base-?\s?\d\d|random\p{L}*|collisions?)(?!\p{L})/iu;

/** What a statement does about a row that is there is no refusal, though it is called a conflict. */
const onConflict = /\bon\s{1,9}conflict\b[^`;.]{0,80}?\bdo\s{1,9}(?:nothing|update)\b/gi;

/** Where the documents refuse what comes again under the key of a request that is kept: whether they do is asked. */
export function askRefusedAgain(
  read: EndpointRead,
  { capability, flow, beside, text }: { capability: Capability | undefined; flow: Flow; beside: string; text: string },
  asking: Asking,
): void {
  const idempotency = capability?.idempotentBy === undefined ? undefined : flow.idempotency;
  const key = idempotency?.column.split(".").at(-1);
  if (capability === undefined || idempotency === undefined || key === undefined) return;
  const own = ownName(idempotency);
  const ofKeys = sentencesIn(text.replaceAll(onConflict, ""))
    .filter((one) => !ofCodes.test(one))
    .map((one) => (own === null ? one : one.replaceAll(own, "Idempotency-Key")));
  const said =
    refusedAgainIn(ofKeys.join("\n")) ??
    declaredRefused(beside, key) ??
    refusedForNoRow(text, key) ??
    takenForCode(text, key);
  if (said === null) return;
  const { opId } = read.endpoint;
  asking.tell({
    severity: "question",
    rule: "which-way",
    message: `What does ${opId} answer to what comes again under its key? It is told: ${own === null ? said : said.replaceAll("Idempotency-Key", keyName(idempotency))}`,
    from: read.at,
    to: read.end,
    fixes: [
      { label: "It refuses that", edits: [writeOperation(asking.text, read, refusingAgain(flow))] },
      { label: "It answers as the first time", edits: [writeOperation(asking.text, read, flow)] },
    ],
    stopsRun: capability.required,
  });
}

/** A key that is a field of its own by its name, in whatever spelling, `anfrageId` or `anfrage_id`; an `id` is anything's. */
function ownName(idempotency: Idempotency): RegExp | null {
  const name = keyName(idempotency);
  const isTelling = "sent" in idempotency && name.length > shortest && !/^idempotency/i.test(name);
  const words = wordsIn(name).join("_?");
  return isTelling ? new RegExp(`(?<![\\p{L}\\p{N}_-])${words}(?![\\p{L}\\p{N}_-])`, "giu") : null;
}

const shortest = 4;
