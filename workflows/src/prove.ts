import { chmod, mkdtemp, rm } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadJudge, mutantOf, referenceOf } from "@proofroom/problems/judge";
import { prove } from "./judge/prove.ts";
import { createLocalTarget } from "./targets/local/local-target.ts";

const problemsDir = join(import.meta.dirname, "../../problems");
const { values } = parseArgs({
  options: { problem: { type: "string", default: "url-shortener" }, times: { type: "string", default: "1" } },
});
const times = Number(values.times);
if (!Number.isInteger(times) || times < 1) throw new Error("--times takes a whole number from 1 on, as in --times 3");

/** The reference has to pass every test each time, and each mutant to fail the test that names its lesson. */
const { mutants } = loadJudge(problemsDir, values.problem);
const home = await mkdtemp(join(tmpdir(), "proofroom-prove-"));
await chmod(home, 0o755); // Postgres runs under another account when this is run by root
const target = createLocalTarget({ home, host: hostname() });
const signal = new AbortController().signal;
let wrong = 0;

const say = (isRight: boolean, name: string, took: number, detail: string): void => {
  if (!isRight) wrong += 1;
  console.log(`${isRight ? "as it should" : "WRONG       "}  ${name}  ${(took / 1_000).toFixed(1)} s  ${detail}`);
};

try {
  for (let n = 1; n <= times; n += 1) {
    const common = { target, problemsDir, problem: values.problem, seed: `p${n}`, signal };
    let began = performance.now();
    const proof = await prove(referenceOf(problemsDir, values.problem), common);
    const unmet =
      "stopped" in proof ? [proof.stopped] : proof.results.filter((r) => r.status !== "passed").map((r) => r.name);
    say(unmet.length === 0, `reference #${n}`, performance.now() - began, unmet.join("; ") || "passes every test");
    for (const [mutant, only] of Object.entries(mutants)) {
      began = performance.now();
      const proof = await prove(mutantOf(problemsDir, values.problem, mutant), { ...common, only });
      const caught = "results" in proof && proof.results.some((r) => r.status === "failed");
      const seen = "stopped" in proof ? proof.stopped : (proof.results[0]?.observed ?? "no test begins so");
      say(caught, `${mutant} #${n}`, performance.now() - began, seen);
    }
  }
} finally {
  await rm(home, { recursive: true, force: true });
}
console.log(wrong === 0 ? "all as they should be" : `${wrong} not as they should be`);
process.exitCode = wrong === 0 ? 0 : 1;
