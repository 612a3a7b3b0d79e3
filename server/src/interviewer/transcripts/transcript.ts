import { DocumentName } from "@proofroom/domain/document/document";
import type { InterviewMinutes } from "@proofroom/domain/interview/phase";
import { phaseAfter } from "@proofroom/domain/interview/phase";
import type { TestResult } from "@proofroom/domain/judge/result";
import { InterviewerPolicy, RoomMode } from "@proofroom/domain/room/room";
import type { Act, VirtualRoom } from "./virtual-room.ts";

/** What a person does at a time, as it stands in a transcript, with the lines of text below it. */
interface Deed {
  at: number;
  words: string;
  block: string[];
}

export interface Transcript {
  /** Everything before the first deed, verbatim. */
  head: string;
  /** The problem that is interviewed about. */
  problem: string;
  seed: string;
  mode: RoomMode;
  policy: InterviewerPolicy;
  people: number;
  deeds: Deed[];
}

/**
 * Reads a transcript: a title and a few words on it, `key: value` lines, then what people do, each with its time. What the
 * interviewer does is left out here; it is what the transcript is compared with.
 */
export function readTranscript(text: string): Transcript {
  const lines = text.split("\n");
  const first = lines.findIndex((line) => /^\d\d:\d\d {2}/.test(line));
  const head = lines.slice(0, first).join("\n").trimEnd();
  const told = (key: string, otherwise: string) => new RegExp(`^${key}: (.+)$`, "m").exec(head)?.[1] ?? otherwise;
  const deeds: Deed[] = [];
  let isOurs = false;
  for (const line of lines.slice(first)) {
    const [, minutes, seconds, words] = /^(\d\d):(\d\d) {2}(.*)$/.exec(line) ?? [];
    if (words !== undefined) {
      isOurs = !words.startsWith("Interviewer") && !words.startsWith("(");
      if (isOurs) deeds.push({ at: (Number(minutes) * 60 + Number(seconds)) * 1_000, words, block: [] });
      continue;
    }
    const [, content] = /^ {7}\|(?: (.*))?$/.exec(line) ?? [];
    const said = /^ {7}(?! *\|)(\S.*)$/.exec(line)?.[1];
    const deed = deeds.at(-1);
    if (!isOurs || deed === undefined) continue;
    if (line.startsWith("       |")) deed.block.push(content ?? "");
    else if (said !== undefined) deed.words = `${deed.words} ${said}`;
  }
  return {
    head,
    problem: told("problem", "url-shortener"),
    seed: told("seed", "room"),
    mode: RoomMode.parse(told("mode", "practice")),
    policy: InterviewerPolicy.parse(told("policy", "interviewer")),
    people: Number(told("people", "1")),
    deeds,
  };
}

/** Lets the deeds happen in the room. Throws, naming the line, for what it cannot read. */
export function play(room: VirtualRoom, { deeds, mode }: Transcript): void {
  for (const deed of deeds) perform(room, deed, mode);
}

const verbs: readonly [RegExp, (room: VirtualRoom, deed: Deed, found: string[], mode: RoomMode) => void][] = [
  [
    /^\w+ starts (20|45|60) minutes$/,
    (room, { at }, [minutes]) => {
      const planned: InterviewMinutes = minutes === "20" ? 20 : minutes === "60" ? 60 : 45;
      room.hear({ at, type: "phase", action: "start", phase: "clarify", minutes: planned });
    },
  ],
  [
    /^\w+ writes (schema|api|design):$/,
    (room, { at, block }, [name]) => room.write(at, DocumentName.parse(name), block.join("\n")),
  ],
  [
    /^\w+ adds to (schema|api|design):$/,
    (room, { at, block }, [name]) => {
      const document = DocumentName.parse(name);
      const before = room.text(document);
      room.write(at, document, [...(before === "" ? [] : [before]), ...block].join("\n"));
    },
  ],
  [
    /^\w+ changes (schema|api|design) line (\d+) to:$/,
    (room, { at, block }, [name, line]) => {
      const document = DocumentName.parse(name);
      const lines = room.text(document).split("\n");
      room.write(at, document, lines.toSpliced(Number(line) - 1, 1, ...block).join("\n"));
    },
  ],
  [
    /^\w+ inserts after (schema|api|design) line (\d+):$/,
    (room, { at, block }, [name, line]) => {
      const document = DocumentName.parse(name);
      const lines = room.text(document).split("\n");
      room.write(at, document, lines.toSpliced(Number(line), 0, ...block).join("\n"));
    },
  ],
  [/^\w+ types$/, (room, { at }) => room.hear({ at, type: "typing" })],
  [/^\w+ skips it$/, (room, { at }) => room.answer(at, "skip", null)],
  [/^\w+ puts it off$/, (room, { at }) => room.answer(at, "later", null)],
  [/^\w+ asks for other words$/, (room, { at }) => room.answer(at, "rephrase", null)],
  [
    /^\w+ points at (schema|api|design) line (\d+)$/,
    (room, { at }, [name, line]) => room.answer(at, "point", room.place(DocumentName.parse(name), Number(line))),
  ],
  [/^\w+ takes a hint$/, (room, { at }) => room.takeHint(at)],
  [/^\w+ checks the phase$/, (room, { at }) => room.check(at)],
  [
    /^\w+ presses Next$/,
    (room, { at }) => {
      const phase = phaseAfter(room.state().clock.phase?.id ?? "clarify");
      if (phase === null) throw new Error("there is no phase after this one");
      room.hear({ at, type: "phase", action: "next", phase });
    },
  ],
  [
    /^\w+ (?:pauses|resumes)$|^the clock pauses$/,
    (room, { at, words }) => room.hear({ at, type: "phase", action: words.endsWith("resumes") ? "resume" : "pause" }),
  ],
  [
    /^\w+ extends by (\d+) minutes$/,
    (room, { at }, [minutes]) => room.hear({ at, type: "phase", action: "extend", minutes: Number(minutes) }),
  ],
  [/^\w+ (mutes|unmutes)$/, (room, { at }, [verb]) => room.hear({ at, type: "mute", muted: verb === "mutes" })],
  [
    /^\w+ sets the policy to (\w+)$/,
    (room, { at }, [policy]) => room.hear({ at, type: "policy", policy: InterviewerPolicy.parse(policy) }),
  ],
  [/^(\d+) people are here$/, (room, { at }, [people]) => room.hear({ at, type: "present", people: Number(people) })],
  [/^\w+ ends the room$/, (room, { at }) => room.hear({ at, type: "ended" })],
  [/^the end$/, (room, { at }) => room.until(at)],
  [
    /^run (\d+) (passes|fails):$/,
    (room, { at, block }, [number, verdict]) =>
      room.hear({
        at,
        type: "run",
        runId: `00000000-0000-4000-8000-00000000000${number ?? "1"}`,
        number: Number(number),
        verdict: verdict === "fails" ? "failed" : "passed",
        results: block.map(resultOf),
      }),
  ],
  [
    /^([A-Z]\w*): (.+)$/,
    (room, { at }, [person = "", text = ""], mode) =>
      room.message(at, person, text, mode === "practice" || text.includes("@interviewer")),
  ],
];

function perform(room: VirtualRoom, deed: Deed, mode: RoomMode): void {
  for (const [pattern, act] of verbs) {
    const found = pattern.exec(deed.words);
    if (found === null) continue;
    act(room, deed, found.slice(1), mode);
    return;
  }
  throw new Error(`Nobody can act this line of the transcript: ${deed.words}`);
}

/**
 * `passed: name`, or `failed: name: what was observed (wanted answers 4xx) [POST /holds -> 201; POST /orders -> 200, 409]` with
 * what was expected of the last request and all that was answered.
 */
function resultOf(line: string): TestResult {
  const [, status = "passed", name = "", observed = "", wanted, calls] =
    /^(passed|failed|skipped): ([^:[]+)(?:: ([^[]+?))?(?: \(wanted ([^)]+)\))?(?: \[([^\]]+)\])?$/.exec(line) ?? [];
  const exchanges = (calls ?? "").split("; ").flatMap((call) => {
    const [, method, path, answered] = /^(\w+) (\S+) -> ([\d, ]+)$/.exec(call) ?? [];
    if (method === undefined || path === undefined) return [];
    const request = { method, path, headers: { "Idempotency-Key": "0b3f" } };
    const codes = (answered ?? "").split(", ").map(Number);
    return codes.map((code) => ({ request, response: { status: code, headers: {} }, millis: 4 }));
  });
  const last = exchanges.at(-1);
  const exchange =
    last === undefined ? {} : { request: last.request, response: last.response, before: exchanges.slice(0, -1) };
  return {
    suite: "functional",
    name,
    status: status === "failed" ? "failed" : status === "skipped" ? "skipped" : "passed",
    observed,
    threshold: wanted === undefined ? "" : `${last?.request.method ?? ""} ${last?.request.path ?? ""} ${wanted}.`,
    teaches: "",
    attribution: "design",
    ...exchange,
  };
}

/** The transcript as a person reads it: the deeds with what the interviewer did between them. */
export function writeTranscript({ head, deeds }: Transcript, acts: readonly Act[]): string {
  const parts = [
    ...deeds.map((deed, order) => ({ at: deed.at, isAct: false, order, text: ofDeed(deed) })),
    ...acts.map((act, order) => ({ at: act.at, isAct: true, order, text: ofAct(act) })),
  ];
  return `${head}\n\n${interleaved(parts)
    .map((part) => part.text)
    .join("\n")}\n`;
}

interface Part {
  at: number;
  isAct: boolean;
  order: number;
  text: string;
}

/** At one moment the deed comes first: what the interviewer does then answers it. */
const interleaved = (parts: Part[]): Part[] =>
  parts.toSorted((a, b) => a.at - b.at || Number(a.isAct) - Number(b.isAct) || a.order - b.order);

const ofDeed = ({ at, words, block }: Deed): string =>
  [...wrapped(`${time(at)}  ${words}`), ...block.map((line) => `       | ${line}`.trimEnd())].join("\n");

function ofAct(act: Act): string {
  const at = time(act.at);
  if (act.did === "chip") return `${at}  (a sign: thinking?)`;
  if (act.did === "offered") return `${at}  (a hint is offered: ${act.level})`;
  const { kind, text, question, place, proposes } = act.say;
  const notes = [
    kind,
    ...(question === null ? [] : [question.source]),
    ...(question?.item ? [question.item] : []),
    ...(place === null ? [] : [`${place.document} ${place.line}`]),
    ...(proposes === null ? [] : [`proposes ${proposes}`]),
  ];
  return text
    .split("\n")
    .flatMap((line, n) => wrapped(n === 0 ? `${at}  Interviewer (${notes.join(", ")}): ${line}` : `       ${line}`))
    .join("\n");
}

const time = (at: number): string => {
  const seconds = Math.floor(at / 1_000);
  return `${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}`;
};

function wrapped(line: string): string[] {
  const lines: string[] = [];
  for (const word of line.split(/(?<=\S) /)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length + 1 <= 110) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(last === undefined ? word : `       ${word}`);
  }
  return lines;
}
