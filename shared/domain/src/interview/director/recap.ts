import type { Say } from "../decision.ts";
import { type DirectorState, saidNow, type SaidLine } from "./director-state.ts";
import type { Pack } from "../item.ts";
import { itAt } from "./lead.ts";
import { placeAt } from "../design/naming.ts";
import type { Evidence } from "../note.ts";
import { phaseAfter, type PhaseId } from "../phase.ts";
import { cited, named, questionIn } from "../language/phrases.ts";
import { say } from "./say.ts";
import { isSettledByItem } from "../settled.ts";

/** "Check this phase": what is settled, what is open, what is next, a line each. */
export const recapOf = (pack: Pack, state: DirectorState, now: number): Say =>
  recapFor(pack, state, state.clock.phase?.id ?? "clarify", now);

export function recapFor(pack: Pack, state: DirectorState, of: PhaseId, _now: number): Say {
  const title = (id: PhaseId | null) => state.clock.phases.find((phase) => phase.id === id)?.title ?? "";
  const items = pack.items.filter((item) => item.phase === of);
  const evidence = items.flatMap((item) => {
    const coverage = state.coverage.get(item.id);
    return coverage?.state === "covered" ? (coverage.evidence.findLast(({ by }) => by !== "chat") ?? []) : [];
  });
  const all = new Map(
    evidence.map((one) => shown(state, one)).map((text) => [text.replace(/ \([a-z]+ \d+\)$/, ""), text]),
  );
  const settled = [...all.values()].slice(0, 3);
  const open = openQuestions(state, of);
  const isEnded = state.clock.phase?.id !== of;
  const next = isEnded ? (state.clock.phase?.id ?? null) : phaseAfter(of);
  const lines = [
    `Settled: ${settled.length === 0 ? "nothing yet that a document or a run shows" : listed(settled)}.`,
    `Open: ${open.length === 0 ? nothingOpen(items.length, evidence.length) : listed(open)}`.replace(
      /([^.?"])$/,
      "$1.",
    ),
    `Next: ${nextStep(open.length > 0 && !isEnded, title(next))}`,
  ];
  return say("recap", lines.join("\n"), `Recap in at most three lines.\n${lines.join("\n")}`, { topic: `recap-${of}` });
}

const nothingOpen = (all: number, covered: number): string =>
  covered >= all ? "no question of mine" : "no question that I asked; some I did not come to";

/** Questions of the phase without an answer, newest first; only a probe is answered by what covers its item. */
function openQuestions(state: DirectorState, of: PhaseId): string[] {
  const lines = saidNow(state).filter((line) => {
    if (line.question === null || line.phase !== of) return false;
    if (line.closed === "mended" || line.closed === "rephrase") return false;
    const { item, source } = line.question;
    const isAnswered = line.closed === "words" || line.closed === "point";
    return !isAnswered && !(item !== null && isSettledByItem(source, state.coverage.get(item)?.state));
  });
  const newest = new Map(lines.map((line) => [line.question?.item ?? line.topic, line]));
  return [...newest.values()]
    .toReversed()
    .slice(0, 2)
    .map((line) => {
      const more = [whereOf(line), line.closed === null ? "" : putOff(line.closed)].filter((part) => part !== "");
      return `"${cited(questionIn(line.text), 90)}"${more.length === 0 ? "" : ` (${more.join(", ")})`}`;
    });
}

/** `design 7`, unless the question names a line itself: alone "What has happened then?" tells nobody what is meant. */
const whereOf = ({ text, place }: SaidLine): string =>
  place === null || /\b(?:schema|api|design) \d/.test(questionIn(text)) ? "" : named(place);

const putOff = (closed: string): string =>
  closed === "later" ? "put off" : closed === "skip" ? "skipped" : "left open";

/** What settled an item: the thing on its line, else the words there, the test that passed, or what was said. */
function shown(state: DirectorState, { quote, source }: Evidence): string {
  const { kind, document, line, name } = source;
  if (kind === "result") return `the test "${cited(name ?? quote, 60)}"`;
  if (kind !== "document" || document === undefined || line === undefined || state.reading === null)
    return `"${cited(quote, 48)}"`;
  const place = placeAt(state.reading, document, line);
  return itAt(state, place.quote === "" ? { ...place, quote } : place);
}

const nextStep = (hasOpen: boolean, next: string): string => {
  if (hasOpen) return "answer one of these in a document, where it counts.";
  return next === "" ? "end the room; the report follows." : `${next}.`;
};

const listed = (parts: readonly string[]): string => parts.join("; ");
