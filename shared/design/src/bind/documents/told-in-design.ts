import type { Endpoint } from "@proofroom/domain/design/model";
import type { Capability } from "@proofroom/domain/problem/problem";
import type { Known } from "../convention/convention.ts";
import { withSigns } from "../../text/underlined.ts";
import { rememberedOf } from "../../text/remembered.ts";
import { wordsIn } from "../names.ts";
import { doneIn } from "../ways/told/done/not-done.ts";
import { sectionsOf } from "./sections.ts";
import { sequencesTold } from "./sequence-told.ts";
import { titledEndpoint } from "./titled-endpoint.ts";
import { toldTogether } from "./told-together.ts";

type Serving = Pick<Endpoint, "line" | "method" | "path"> & { capability: string };

const ofRepeats =
  "retry retries repeat repeated repetition idempotency idempotent duplicates wiederholung wiederholungen idempotenz reintentos idempotencia idempotence réessais idempotenza";

/** What the design document says of the endpoint at a line of the API document, and of repeats, in the sections about them, and apart. */
export function toldInDesign(
  design: string,
  serving: readonly Serving[],
  capabilities: Record<string, Capability>,
  endpoints: readonly Pick<Endpoint, "line" | "method" | "path">[] = serving,
): Pick<Known, "toldOf" | "handlerOf" | "retold" | "toldOfAll" | "togetherOf" | "done"> {
  const subjects = subjectsOf(serving, capabilities);
  const known = new Map([...subjects, [repeats, wordsIn(ofRepeats)]]);
  // What stands under the route of an endpoint that serves nothing is about that one.
  const others = endpoints.filter(({ line }) => serving.every((one) => one.line !== line));
  const all = [...serving, ...others.map((one) => ({ ...one, capability: another }))];
  const named = (title: string): string | undefined => titledEndpoint(title, all);
  const done = doneIn(withSigns(design));
  const sectionOf = sectionsOf(done, known, named);
  const drawnOf = sequencesTold(design, named);
  const subjectAt = (line: number): string => serving.find((one) => one.line === line)?.capability ?? "";
  const toldOfAll = sectionOf(undefined);
  let together: ReturnType<typeof toldTogether> | undefined;
  return {
    toldOf: (line) => sectionOf(subjectAt(line)) || drawnOf(subjectAt(line)),
    handlerOf: (line) => sectionOf(subjectAt(line), "code"),
    togetherOf: (line) => (together ??= toldTogether(toldOfAll, subjects))(subjectAt(line)),
    retold: sectionOf(repeats),
    toldOfAll,
    done,
  };
}

/** Capability → the words by which a text speaks of it. */
export function subjectsOf(
  serving: readonly Serving[],
  capabilities: Record<string, Capability>,
): ReadonlyMap<string, readonly string[]> {
  const subjects = new Map<string, string[]>();
  for (const { path, capability } of serving) {
    // `/holds/{id}/confirm` is not about how holds are made.
    const last = path.split("/").findLast((part) => part !== "" && !/[{:]/.test(part)) ?? "";
    const known = capabilities[capability];
    const asked = known === undefined ? [] : wordsAsked(known.find.words);
    subjects.set(capability, [...wordsIn(capability), ...asked, ...wordsIn(last)]);
  }
  return subjects;
}

const wordsAsked = rememberedOf((words: readonly string[]): readonly string[] => words.flatMap(wordsIn));

/** No capability is called so. */
const repeats = "a repeat";
const another = "another endpoint";
