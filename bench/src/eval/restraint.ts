import type { Desk } from "./desk.ts";
import { none, type Row } from "./row.ts";
import { type Case, openSession, type Session, type Utterance } from "./session.ts";

const minute = 60_000;
const schema = "create table links (\n  id bigint primary key,\n  target text not null\n);";

/** A moment in which silence is right: nothing may be said unasked between `from` and `to`. */
interface Moment {
  what: string;
  options?: Partial<Parameters<typeof openSession>[1]>;
  from: number;
  to: number;
  play: (room: Session["room"]) => void;
}

const start = (room: Session["room"]): void =>
  room.hear({ at: 1, type: "phase", action: "start", phase: "clarify", minutes: 45 });

const every = (seconds: number, from: number, to: number, deed: (at: number, n: number) => void): void => {
  for (let at = from, n = 0; at < to; at += seconds * 1_000, n += 1) deed(at, n);
};

const moments: readonly Moment[] = [
  { what: "before the start", from: 0, to: 20 * minute, play: (room) => room.write(minute, "schema", schema) },
  {
    what: "somebody types without a pause",
    from: minute,
    to: 4 * minute,
    play(room) {
      start(room);
      every(5, minute, 4 * minute, (at) => room.hear({ at, type: "typing" }));
    },
  },
  {
    what: "a document grows line by line",
    from: minute,
    to: 3 * minute,
    play(room) {
      start(room);
      every(6, minute, 3 * minute, (at, n) =>
        room.write(at, "design", `# Design\n\n${"More is written here. ".repeat(n)}`),
      );
    },
  },
  {
    what: "nobody has said or typed anything for half a minute",
    from: 20_000,
    to: 60_000,
    play: start,
  },
  {
    what: "muted",
    from: minute,
    to: 15 * minute,
    play(room) {
      start(room);
      room.hear({ at: minute - 1, type: "mute", muted: true });
      room.write(2 * minute, "schema", schema);
    },
  },
  {
    what: "the clock is paused",
    from: minute,
    to: 15 * minute,
    play(room) {
      start(room);
      room.hear({ at: minute - 1, type: "phase", action: "pause" });
      room.write(2 * minute, "schema", schema);
    },
  },
  {
    what: "the policy is off",
    options: { mode: "live", policy: "off", people: 2 },
    from: 0,
    to: 20 * minute,
    play(room) {
      start(room);
      room.write(minute, "schema", schema);
      room.message(3 * minute, "Ada", "@interviewer are you there?", true);
    },
  },
  {
    what: "the policy became off",
    from: 2 * minute,
    to: 20 * minute,
    play(room) {
      start(room);
      room.hear({ at: 2 * minute - 1, type: "policy", policy: "off" });
      room.write(3 * minute, "schema", schema);
    },
  },
  {
    what: "two people talk to each other",
    options: { mode: "live", people: 2 },
    from: minute,
    to: 6 * minute,
    play(room) {
      start(room);
      room.write(30_000, "schema", schema);
      every(12, 45_000, 6 * minute, (at, n) =>
        room.message(at, n % 2 ? "Ada" : "Bob", "And how would you keep those apart?", false),
      );
    },
  },
  {
    what: "nobody is here",
    from: minute,
    to: 30 * minute,
    play(room) {
      start(room);
      room.write(30_000, "schema", schema);
      room.hear({ at: 35_000, type: "present", people: 0 });
    },
  },
  {
    what: "the room has ended",
    from: 2 * minute,
    to: 20 * minute,
    play(room) {
      start(room);
      room.write(minute, "schema", schema);
      room.hear({ at: 2 * minute - 1, type: "ended" });
    },
  },
  {
    what: "a question was asked a minute ago and waits for its answer",
    from: 2 * minute,
    to: 3 * minute,
    play(room) {
      start(room);
      room.write(minute, "schema", schema);
      room.until(2 * minute);
      if (room.state().said.every(({ question }) => question === null)) throw new Error("nothing was asked");
    },
  },
];

/** Moments in which silence is right, and how often the interviewer speaks unasked at all. */
export async function measureRestraint(of: Case, desk: Desk): Promise<Row[]> {
  const set = "restraint";
  const rows: Row[] = [];
  for (const { what, options, from, to, play } of moments) {
    const session = await openSession(of, { seed: what, ...options });
    play(session.room);
    session.room.until(to);
    const said = await session.wordedBy(desk);
    const unasked = said.filter(
      ({ at, say, spoken }) => at >= from && at < to && say.to === null && spoken.text !== "",
    );
    rows.push(
      none(
        set,
        what,
        unasked.map(({ say, spoken }) => `${say.kind}: ${spoken.text}`),
        Math.round((to - from) / minute),
      ),
    );
  }
  return [...rows.map((row) => ({ ...row, measured: `${row.measured} min` })), ...(await measureRation(of, desk))];
}

/** Somebody who writes all the time: the interviewer has reasons enough, and must hold back by itself. */
async function measureRation(of: Case, desk: Desk): Promise<Row[]> {
  const session = await openSession(of, { seed: "ration" });
  const { room } = session;
  room.hear({ at: 1, type: "phase", action: "start", phase: "clarify", minutes: 60 });
  room.hear({ at: 10_000, type: "phase", action: "next", phase: "high-level" });
  every(35, minute, 40 * minute, (at, n) => {
    const open = room.state().said.findLast(({ question }) => question !== null);
    if (open?.closed === null) room.answer(at - 10_000, "skip", null);
    const table = `create table t${n} (\n  id bigint primary key,\n  a${n} text\n);`;
    room.write(at, "schema", `${room.text("schema")}\n${table}`.trim());
  });
  const unasked = (await session.wordedBy(desk)).filter(({ say, spoken }) => say.unsolicited && spoken.text !== "");
  const soon = unasked.filter((one, n) => one.at - (unasked[n - 1]?.at ?? -minute) < minute);
  const most = 6;
  const later = unasked.filter(({ at }) => at > 10_000).slice(most);
  const words = ({ spoken }: Utterance): string => spoken.text;
  return [
    none("restraint", "unasked within a minute of the last time", soon.map(words), unasked.length),
    none("restraint", "unasked more than six times in one phase", later.map(words), unasked.length),
  ];
}
