import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod/mini";
import type { Integrator, Room } from "./integrator.ts";
import { openChannel, openDocument } from "./stock-clients.ts";

const folder = join(import.meta.dirname, "../../problems/url-shortener/reference");
const read = (file: string): string => readFileSync(join(folder, file), "utf8");

export type Texts = Record<"schema" | "api" | "design", string>;
export const reference: Texts = { schema: read("schema.sql"), api: read("api.yaml"), design: read("design.md") };

/** Replaces what the documents say, and resolves once all of it is committed: nobody else sees an edit before. */
export async function write(who: Integrator, room: Pick<Room, "id">, texts: Partial<Texts>): Promise<void> {
  const written = Object.entries(texts).map(async ([name, text]) => {
    using mine = openDocument(who, room.id, name);
    using other = openDocument(who, room.id, name);
    await mine.synced;
    if (mine.text.toJSON() === text) return;
    // In one update: between two of them the document would be empty, and a run could freeze it so.
    mine.text.doc?.transact(() => {
      mine.text.delete(0, mine.text.length);
      mine.text.insert(0, text);
    });
    await other.reads(text);
  });
  await Promise.all(written);
}

const Finding = z.object({
  document: z.enum(["schema", "api", "design"]),
  line: z.int(),
  column: z.int(),
  severity: z.enum(["error", "warning", "question"]),
  rule: z.string(),
  message: z.string(),
  fixes: z.optional(
    z.array(
      z.object({
        label: z.string(),
        edits: z.array(
          z.object({ document: z.enum(["schema", "api", "design"]), from: z.int(), to: z.int(), insert: z.string() }),
        ),
      }),
    ),
  ),
});
export type Finding = z.infer<typeof Finding>;

/** A run as it is promised to whoever asks for one. */
const RunAnswer = z.object({
  status: z.string(),
  reason: z.optional(z.string()),
  verdict: z.nullish(z.enum(["passed", "failed", "inconclusive"])),
  findings: z.array(Finding),
  results: z.array(
    z.object({
      suite: z.literal("functional"),
      name: z.string(),
      status: z.enum(["passed", "failed", "skipped", "inconclusive"]),
      observed: z.string(),
      threshold: z.string(),
      teaches: z.string(),
      attribution: z.enum(["design", "platform", "deployment", "flaky", "unknown"]),
    }),
  ),
  endpoints: z.array(z.object({ component: z.string(), url: z.url() })),
});

const RunEvent = z.looseObject({ seq: z.int(), at: z.iso.datetime(), type: z.string() });
type RunEvent = z.infer<typeof RunEvent>;
const RunEvents = z.object({ events: z.array(RunEvent) });

const Started = z.object({ runId: z.string() });
const over = ["validation_failed", "build_failed", "deploy_failed", "completed", "cancelled", "failed"];

/** Presses Run and listens to what the room is told of it. */
export async function startRun(who: Integrator, room: Room) {
  const channel = openChannel(who, room.id);
  await channel.seated;
  const answer = await who.ask("POST", room.at("runs"), {});
  const { runId } = Started.parse(answer.body);
  const path = `/api/runs/${runId}`;
  const tells = (fits: (fact: Record<string, unknown>) => boolean) =>
    channel.hears((one) => one.emitted === "run" && one["runId"] === runId && fits(one));
  const view = async () => RunAnswer.parse((await who.ask("GET", path)).body);
  return {
    runId,
    path,
    status: answer.status,
    channel,
    /** The first fact of the run that fits. */
    tells,
    reaches: (status: string) => tells((fact) => fact["type"] === "status" && fact["status"] === status),
    view,
    /** The run once it is over. */
    over: async () => {
      await tells((fact) => fact["type"] === "status" && over.includes(String(fact["status"])));
      return view();
    },
    /** All that it told; an answer holds a page, and the next one begins behind it. */
    events: async () => {
      const all: RunEvent[] = [];
      for (;;) {
        const answer = await who.ask("GET", `${path}/events?after=${all.length}`);
        const { events } = RunEvents.parse(answer.body);
        if (events.length === 0) return all;
        all.push(...events);
      }
    },
    [Symbol.dispose]: () => channel[Symbol.dispose](),
  };
}

/** What one click on a fix does. */
export function applyFix(texts: Texts, fix: NonNullable<Finding["fixes"]>[number] | undefined): Texts {
  const applied = { ...texts };
  for (const { document, from, to, insert } of (fix?.edits ?? []).toSorted((a, b) => b.from - a.from)) {
    applied[document] = applied[document].slice(0, from) + insert + applied[document].slice(to);
  }
  return applied;
}
