import type { Database } from "@proofroom/database/schema";
import { DocumentName } from "@proofroom/domain/document/document";
import type { RunId } from "@proofroom/domain/id";
import { advance, newRun } from "@proofroom/domain/run/advance";
import { RunFact } from "@proofroom/domain/run/event";
import { Explanation } from "@proofroom/domain/run/explanation";
import type { Kysely } from "kysely";
import type { Case, Explained } from "../explain/case.ts";

/** The run as everybody sees it so far, and the last one of its room that passed. */
export async function caseOf(db: Kysely<Database>, runId: RunId, ending: Case["ending"]): Promise<Case> {
  const rows = await db
    .selectFrom("run_event")
    .select(["seq", "type", "payload", "at"])
    .where("run_id", "=", runId)
    .orderBy("seq")
    .execute();
  let run = newRun(rows[0]?.at.toISOString() ?? "");
  for (const { seq, type, payload, at } of rows) {
    run = advance(run, { ...RunFact.parse({ ...payload, type }), seq: Number(seq), at: at.toISOString() }) ?? run;
  }
  return { run, ending, earlier: await lastPassed(db, runId) };
}

async function lastPassed(db: Kysely<Database>, runId: RunId): Promise<Case["earlier"]> {
  const runs = db
    .selectFrom("run")
    .innerJoin("run_design", "run_design.hash", "run.design_hash")
    .select(["run.room_id", "run.number", "run.design_hash", "run_design.texts"]);
  const mine = await runs.where("run.id", "=", runId).executeTakeFirstOrThrow();
  const before = await runs
    .where("run.room_id", "=", mine.room_id)
    .where("run.number", "<", mine.number)
    .where("run.verdict", "=", "passed")
    .orderBy("run.number", "desc")
    .executeTakeFirst();
  if (before === undefined) return null;
  const isSameDesign = before.design_hash === mine.design_hash;
  const changed = isSameDesign
    ? []
    : DocumentName.options.flatMap((name) => newLines(name, before.texts[name], mine.texts[name]));
  return { number: before.number, isSameDesign, changed };
}

/** Lines that were not there before, as `api line 31: …`. */
function newLines(name: DocumentName, before: string, now: string): string[] {
  const known = new Set(before.split("\n").map((line) => line.trim()));
  return now.split("\n").flatMap((line, n) => {
    const said = line.trim();
    return said === "" || known.has(said) ? [] : [`${name} line ${n + 1} is new since then: ${said.slice(0, 160)}`];
  });
}

/** What a model has already said of the same failure in the same room: it is not asked twice. */
export async function knownExplanation(
  db: Kysely<Database>,
  runId: RunId,
  print: string,
): Promise<(Explained & Pick<Explanation, "source">) | null> {
  const row = await db
    .selectFrom("run")
    .innerJoin("run_event", "run_event.run_id", "run.id")
    .select(["run_event.payload", "run.next_step"])
    .where("run.failure_print", "=", print)
    .where("run.room_id", "=", db.selectFrom("run as mine").select("mine.room_id").where("mine.id", "=", runId))
    .where("run.id", "<>", runId)
    .where("run_event.type", "=", "explanation")
    .orderBy("run.number", "desc")
    .executeTakeFirst();
  const nextStep = row?.next_step ?? null;
  const known = Explanation.safeParse(row?.payload);
  if (!known.success || known.data.source === "rules" || nextStep === null) return null;
  // Lines of that run's log are not this one's.
  const evidence = known.data.evidence.filter(({ kind }) => kind === "result");
  return { ...known.data, evidence, nextStep };
}
