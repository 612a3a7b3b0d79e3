import { topicsAgainstBrief } from "../design/against-brief.ts";
import { DocumentName } from "../../document/document.ts";
import { coverageOf } from "../design/coverage.ts";
import { designFacts } from "../design/design-facts.ts";
import { type DirectorState, type HeardMessage, saidNow } from "./director-state.ts";
import type { Pack } from "../item.ts";
import type { Reading } from "../reading.ts";
import { mendOf, topicsOf } from "../design/topics.ts";

/** Facts, topics and coverage anew from all that is known; the design is judged again only if it or a number changed. */
export function reckoned(pack: Pack, state: DirectorState, at: number, before: DirectorState): DirectorState {
  const { reading } = state;
  const isSame =
    state.reading === before.reading &&
    state.chatClaims === before.chatClaims &&
    state.documentClaims === before.documentClaims;
  const claims = [...state.chatClaims, ...state.documentClaims];
  const facts = isSame || reading === null ? state.facts : designFacts(reading, claims);
  const topics = isSame
    ? state.topics
    : [...(reading === null ? [] : topicsOf({ reading, claims, facts })), ...topicsAgainstBrief(pack, reading, claims)];
  const seen = { messages: ofCandidates(state.messages), reading, facts, runs: state.runs, points: state.points };
  const coverage = new Map(
    pack.items.map((item) => {
      const now = coverageOf(item, seen);
      const last = state.coverage.get(item.id);
      return [item.id, { ...now, since: last?.state === now.state ? last.since : at }];
    }),
  );
  return mended({ ...state, facts, topics, coverage }, before, at);
}

const known = new WeakMap<readonly HeardMessage[], readonly HeardMessage[]>();

/** What shows something about the candidate; the same list for the same messages. */
function ofCandidates(messages: readonly HeardMessage[]): readonly HeardMessage[] {
  const theirs = known.get(messages) ?? messages.filter(({ byStaff }) => !byStaff);
  known.set(messages, theirs);
  return theirs;
}

/** Notices topics that were asked about and are gone; a document that broke or was emptied mends nothing. */
function mended(state: DirectorState, before: DirectorState, at: number): DirectorState {
  const { reading } = state;
  if (reading === null) return state;
  const holds = new Set([...state.topics, ...state.runTopics].map((topic) => topic.id));
  const told = saidNow(state);
  const asked = new Set(told.flatMap((line) => (line.question === null || line.topic === null ? [] : [line.topic])));
  const named = new Set(told.flatMap((line) => (line.kind === "mend" && line.topic !== null ? [line.topic] : [])));
  const isSound = (name: DocumentName, { texts, model }: Reading = reading) =>
    texts[name].trim() !== "" &&
    !model.findings.some((finding) => finding.document === name && finding.severity === "error");
  const earlier = before.reading;
  // What one document says against another ends also where the other can no longer be read.
  const isLost = earlier !== null && DocumentName.options.some((name) => isSound(name, earlier) && !isSound(name));
  const gone = [...before.topics, ...before.runTopics].filter(
    (topic) =>
      !holds.has(topic.id) &&
      asked.has(topic.id) &&
      !named.has(topic.id) &&
      isSound(topic.place?.document ?? "design") &&
      !(topic.source === "contradiction" && isLost),
  );
  const now = { reading, facts: state.facts };
  const news = gone.map((topic) => ({ topic, at, text: mendOf(topic, now) })).filter((mend) => mend.text !== "");
  const mends = [...state.mends.filter((mend) => !holds.has(mend.topic.id)), ...news];
  const closed = new Set(gone.map((topic) => topic.id));
  const said =
    gone.length === 0
      ? state.said
      : state.said.map((line) =>
          line.closed === null && line.topic !== null && closed.has(line.topic)
            ? { ...line, closed: "mended" as const, closedAt: at }
            : line,
        );
  return { ...state, mends, said };
}
