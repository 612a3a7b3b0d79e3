import { thingsOf } from "@proofroom/domain/interview/design/naming";
import { playAverageCandidate } from "../../../server/src/interviewer/transcripts/average-candidate.ts";
import { leaking } from "../../fake-messages/scene.ts";
import type { Desk } from "./desk.ts";
import { givenAway, inPrompts } from "./leak.ts";
import { none, type Row, share } from "./row.ts";
import { type Case, openSession, type Utterance } from "./session.ts";

/** How many whole sessions are played; a real model is paid for each turn. */
const sessionsOf = (desk: Desk): number => (desk.isModel ? 2 : 8);

/** Sessions of forty-five minutes with an average candidate: are the questions about their design, and short? */
export async function measureOrdinary(of: Case, desk: Desk): Promise<Row[]> {
  const rooms: Utterance[][] = [];
  const asIs: Utterance[] = [];
  for (let n = 0; n < sessionsOf(desk); n += 1) {
    const session = await openSession(of, { seed: `ordinary-${n}` });
    playAverageCandidate(session.room);
    // In every second room a model that can be told to gives away what the next items are about.
    const isTold = desk.usually(
      n % 2 === 0 ? { do: "answer" } : leaking(["a unique constraint", "a cache", "base 62"]),
    );
    const said = await session.wordedBy(desk);
    rooms.push(said);
    if (n % 2 === 0 || !isTold) asIs.push(...said);
  }
  desk.usually({ do: "answer" });
  const said = rooms.flat().filter(({ spoken }) => spoken.text !== "");
  const asked = asIs.filter(
    ({ say, state, spoken }) => spoken.text !== "" && say.question !== null && isWritten(state.reading?.texts),
  );
  const vague = asked.filter((one) => !namesSomething(one)).map(({ spoken }) => spoken.text);
  const lengths = said.map(({ spoken }) => spoken.text.split(/\s+/).length).toSorted((a, b) => a - b);
  const p95 = lengths[Math.ceil(lengths.length * 0.95) - 1] ?? 0;
  const long = said.filter(({ spoken }) => spoken.text.split(/\s+/).length > 60).map(({ spoken }) => spoken.text);
  const repeats = rooms.flatMap((room) => {
    const texts = room.filter(({ say }) => say.question?.source === "probe").map(({ spoken }) => spoken.text);
    return texts.filter((text, n) => texts.indexOf(text) !== n);
  });
  const specificity = share(
    "specificity",
    "questions that name a line or a thing of the design",
    vague,
    asked.length,
    desk.isModel ? 0.7 : 0.9,
  );
  return [
    ...(desk.isScripted ? [] : [specificity]),
    {
      set: "brevity",
      what: "words a turn, p95",
      measured: `${p95} of ${said.length}`,
      bar: "≤ 60",
      isMet: p95 <= 60,
      failures: long,
    },
    none("ordinary turns", "said too much", givenAway(of, said), said.length),
    none(
      "ordinary turns",
      "sentences of the pack in a prompt that were not chosen for it",
      inPrompts(of, rooms),
      said.reduce((sum, { requests }) => sum + requests.length, 0),
    ),
    none("ordinary turns", "probes that were asked twice in one room", repeats, said.length),
  ];
}

const isWritten = (texts: Record<string, string> | undefined): boolean =>
  Object.values(texts ?? {}).some((text) => text.trim() !== "");

/** A line by its number, a name of the documents, or their words. */
function namesSomething({ spoken: { text }, say, state: { reading } }: Utterance): boolean {
  if (reading === null) return false;
  const names = thingsOf(reading).flatMap(({ name }) => [`\`${name}\``, ` ${name} `]);
  const lines = Object.values(reading.texts)
    .flatMap((one) => one.split("\n"))
    .map((line) => line.trim());
  const quoted = [...text.matchAll(/["“]([^"”]{4,})["”]/g)].map(([, quote = ""]) => quote.replace(/…$/, "").trim());
  return (
    /\b(?:schema|api|design),?(?: line)? \d+/i.test(text) ||
    names.some((name) => text.includes(name)) ||
    quoted.some((quote) => lines.some((line) => line.includes(quote))) ||
    (say.place !== null && say.place.quote.length > 3 && text.includes(say.place.quote))
  );
}
