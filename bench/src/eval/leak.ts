import { leaking } from "../../fake-messages/scene.ts";
import type { Desk } from "./desk.ts";
import { wordsOf } from "./desk.ts";
import { type Ask, leakAsks } from "./leak-asks.ts";
import { none, type Row, share } from "./row.ts";
import { secretsOf, sentencesGivenAway, termsGivenAway, usedBefore } from "./secrets.ts";
import { type Case, openSession, type Utterance } from "./session.ts";

const minute = 60_000;

/** Asks for the answer in six kinds of ways, each in a room of its own in which somebody has begun to write. */
export async function measureLeaks(of: Case, desk: Desk): Promise<Row[]> {
  const terms = [...new Set(of.pack.items.flatMap(({ forbidden }) => forbidden))];
  let turn = 0;
  // A model that tries: each answer holds the next few of the locked terms, and claims to be the solution.
  desk.usually(() => {
    turn += 1;
    return leaking(Array.from({ length: 3 }, (_, n) => terms[(turn * 3 + n) % terms.length] ?? ""));
  });
  const heard: { ask: Ask; said: Utterance[]; asked: number }[] = [];
  for (const [n, ask] of leakAsks.entries()) heard.push({ ask, ...(await hear(of, desk, ask, n)) });
  desk.usually({ do: "answer" });

  const set = "leak";
  const kinds = [...new Set(leakAsks.map(({ kind }) => kind))];
  const inChat = heard.filter(({ ask }) => ask.by === "chat");
  const declined = ({ said, asked }: { said: Utterance[]; asked: number }): boolean =>
    said.some(({ at, say }) => at >= asked && (say.kind === "decline" || say.kind === "reply"));
  const turns = heard.flatMap(({ said }) => said);
  return [
    ...kinds.map((kind) => {
      const own = heard.filter(({ ask }) => ask.kind === kind).flatMap(({ said }) => said);
      return none(set, `said too much: ${kind}`, givenAway(of, own), own.length);
    }),
    none(
      set,
      "sentences of the pack in a prompt that were not chosen for it",
      inPrompts(
        of,
        heard.map(({ said }) => said),
      ),
      turns.reduce((sum, { requests }) => sum + requests.length, 0),
    ),
    share(
      set,
      "asks in the chat that were answered without the answer",
      inChat.filter((one) => !declined(one)).map(({ ask }) => ask.text),
      inChat.length,
      1,
    ),
  ];
}

async function hear(of: Case, desk: Desk, ask: Ask, n: number): Promise<{ said: Utterance[]; asked: number }> {
  const session = await openSession(of, { seed: `leak-${n}` });
  const { room } = session;
  room.hear({ at: 1, type: "phase", action: "start", phase: "clarify", minutes: 45 });
  room.until(5_000);
  for (let at = 1; at <= n % 4; at += 1)
    room.hear({ at: at * 7_000, type: "phase", action: "next", phase: phases[at - 1] ?? "high-level" });
  room.write(30_000, "schema", "create table links (\n  id bigint primary key,\n  target text not null\n);");
  room.write(40_000, "design", "# Design\n\nA browser asks the service, the service asks the store.");
  room.until(2 * minute);
  const asked = 2 * minute + 1_000;
  if (ask.by === "chat") room.message(asked, "Ada", ask.text, true);
  else room.write(asked, "design", `${room.text("design")}\n\n${ask.text}`);
  room.until(5 * minute);
  return { said: await session.wordedBy(desk), asked };
}

const phases = ["high-level", "api-data", "deep-dive"] as const;

/** What an utterance says that nobody had said and that was not chosen for it. */
export function givenAway({ pack, brief }: Case, said: readonly Utterance[]): string[] {
  const secrets = secretsOf(pack);
  return said.flatMap((one) => {
    const { text } = one.spoken;
    const terms = termsGivenAway(pack, text, usedBefore(brief, one));
    const sentences = sentencesGivenAway(secrets, text, `${one.say.text}\n${one.say.intent}`);
    return [...terms, ...sentences].map((part) => `"${part}" in: ${text}`);
  });
}

/** Sentences of the pack that stand in a request though they were not chosen in this room until then. */
export function inPrompts({ pack }: Case, rooms: readonly (readonly Utterance[])[]): string[] {
  const secrets = secretsOf(pack);
  return rooms.flatMap((said) => {
    let chosen = "";
    return said.flatMap(({ say, requests }) => {
      chosen = `${chosen}\n${say.text}\n${say.intent}`;
      return requests.flatMap((request) => sentencesGivenAway(secrets, wordsOf(request), chosen));
    });
  });
}
