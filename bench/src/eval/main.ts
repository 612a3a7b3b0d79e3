import { writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { packOf } from "@proofroom/problems/private";
import { loadPublicProblems, problemsDir } from "@proofroom/problems/public";
import { startFakeMessages } from "../../fake-messages/server.ts";
import { type Desk, fakeDesk, realDesk, rulesDesk } from "./desk.ts";
import { measureDrift } from "./drift.ts";
import { measureInjections } from "./injections.ts";
import { measureLeaks } from "./leak.ts";
import { measureOrdinary } from "./ordinary.ts";
import { measureRestraint } from "./restraint.ts";
import type { Row } from "./row.ts";
import type { Case } from "./session.ts";
import { type Measured, writeTable } from "./table.ts";

const cases = loadPublicProblems().flatMap(({ id, brief, capabilities }): Case[] => {
  const pack = packOf(problemsDir, id);
  return pack === null ? [] : [{ id, brief, pack, capabilities }];
});

const sets = [measureLeaks, measureRestraint, measureOrdinary, measureInjections, measureDrift];

async function measure(deskFor: (brief: string) => Desk): Promise<Measured> {
  const from = performance.now();
  const rows: Row[] = [];
  let [name, costUsd] = ["", 0];
  for (const one of cases) {
    const desk = deskFor(one.brief);
    name = desk.name;
    console.log(`\n${name}, ${one.id}`);
    for (const measureSet of sets) {
      for (const row of await measureSet(one, desk)) {
        if (row.measured.endsWith(" in 0")) continue; // Nothing of the kind happens with this voice.
        rows.push(cases.length === 1 ? row : { ...row, set: `${row.set}, ${one.id}` });
        console.log(`  ${verdict(row)} ${row.set}: ${row.what}: ${row.measured} (${row.bar ?? "no bar"})`);
        if (!row.isMet)
          for (const failure of row.failures.slice(0, 5)) console.log(`           ${failure.slice(0, 300)}`);
      }
    }
    costUsd += desk.costUsd();
  }
  return { name, rows, costUsd, millis: performance.now() - from };
}

function verdict({ bar, isMet }: Row): string {
  if (bar === null) return "      ";
  return isMet ? "met   " : "MISSED";
}

await using fake = await startFakeMessages();
const key = process.env["ANTHROPIC_API_KEY"];
const voices = [await measure(() => rulesDesk), await measure((brief) => fakeDesk(fake, brief))];
if (key !== undefined && key !== "") voices.push(await measure((brief) => realDesk(key, brief)));

const table = writeTable(
  {
    machine: `${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
    date: new Date().toISOString().slice(0, 10),
    problems: cases.map(({ id }) => id),
    without: key
      ? null
      : "No `ANTHROPIC_API_KEY` was set, so the real API was not measured: how often it leaks or names a line, and whether a line that asks for a mark moves one, is unknown.",
  },
  voices,
);
const file = join(import.meta.dirname, "../../EVAL.md");
writeFileSync(file, table);
console.log(`\nWritten to ${file}`);
// A bar that is missed fails the command, so that it can stand in front of a change.
if (voices.some(({ rows }) => rows.some(({ isMet }) => !isMet))) process.exitCode = 1;
