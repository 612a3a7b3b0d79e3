import { chmod, mkdtemp, rm } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type CorpusDesign, loadCorpus } from "@proofroom/problems/corpus";
import { loadJudge, mutantOf, referenceOf } from "@proofroom/problems/judge";
import { loadPublicProblems } from "@proofroom/problems/public";
import { judge, type Judged } from "./judge/corpus.ts";
import { figures } from "./judge/figures.ts";
import { prove, type Proof, type ProveOptions } from "./judge/prove.ts";
import { createLocalTarget } from "./targets/local/local-target.ts";

const problemsDir = join(import.meta.dirname, "../../problems");
const { values } = parseArgs({
  allowNegative: true,
  options: {
    problem: { type: "string" },
    only: { type: "string" },
    corpus: { type: "boolean", default: true },
    times: { type: "string", default: "1" },
  },
});
const times = Number(values.times);
if (!Number.isInteger(times) || times < 1) throw new Error("--times takes a whole number from 1 on, as in --times 3");
const ids = loadPublicProblems(problemsDir).map(({ id }) => id);
if (values.problem !== undefined && !ids.includes(values.problem))
  throw new Error(`--problem takes one of ${ids.join(", ")}`);
const isMeant = (name: string): boolean => values.only === undefined || values.only === name;

const home = await mkdtemp(join(tmpdir(), "proofroom-prove-"));
await chmod(home, 0o755); // Postgres runs under another account when this is run by root
const target = createLocalTarget({ home, host: hostname() });
const signal = new AbortController().signal;
let wrong = 0;
let done = 0;

async function say(name: string, tried: Promise<{ isRight: boolean; detail: string }>): Promise<void> {
  const began = performance.now();
  const { isRight, detail } = await tried;
  done += 1;
  if (!isRight) wrong += 1;
  const took = ((performance.now() - began) / 1_000).toFixed(1);
  console.log(`${isRight ? "as it should" : "WRONG       "}  ${name}  ${took} s  ${detail}`);
}

/** The reference has to pass every test each time, and each mutant to fail the test that names its lesson. */
async function proveSuite(common: ProveOptions, nth: number): Promise<void> {
  const { problem } = common;
  if (isMeant("reference")) {
    const proof = prove(referenceOf(problemsDir, problem), common);
    await say(`${problem} reference #${nth}`, proof.then(passing));
  }
  for (const [mutant, only] of Object.entries(loadJudge(problemsDir, problem).mutants).filter(([name]) =>
    isMeant(name),
  )) {
    const proof = prove(mutantOf(problemsDir, problem, mutant), { ...common, only });
    await say(`${problem} ${mutant} #${nth}`, proof.then(caught));
  }
}

/** Other people's designs have to come to what their folder says. */
async function proveCorpus(common: ProveOptions, nth: number): Promise<void> {
  const { problem } = common;
  const all: (Judged & Pick<CorpusDesign, "expected">)[] = [];
  for (const design of loadCorpus(problemsDir, problem).filter(({ slug }) => isMeant(slug))) {
    const judged = judge(design, common)
      .catch(crashed)
      .then((one) => {
        all.push({ ...one, expected: design.expected });
        return one;
      });
    await say(`${problem} corpus ${design.slug} #${nth}`, judged);
  }
  if (all.length > 0) console.log(`${problem}: ${figures(all)}`);
}

const crashed = (error: unknown): Judged => ({ isRight: false, asked: 0, detail: `crashed: ${String(error)}` });

const passing = (proof: Proof): { isRight: boolean; detail: string } => {
  if (proof.outcome !== "tested") return stopped(proof);
  const unmet = proof.results.filter(({ status }) => status !== "passed").map(({ name }) => name);
  return { isRight: unmet.length === 0, detail: unmet.join("; ") || "passes every test" };
};

const caught = (proof: Proof): { isRight: boolean; detail: string } =>
  proof.outcome === "tested"
    ? {
        isRight: proof.results.some(({ status }) => status === "failed"),
        detail: proof.results[0]?.observed ?? "no test begins so",
      }
    : stopped(proof);

const stopped = (proof: Exclude<Proof, { outcome: "tested" }>): { isRight: false; detail: string } => ({
  isRight: false,
  detail:
    proof.outcome === "failed"
      ? proof.reason
      : `${proof.finding.document} ${proof.finding.line}: ${proof.finding.message}`,
});

try {
  for (let n = 1; n <= times; n += 1) {
    for (const problem of values.problem === undefined ? ids : [values.problem]) {
      const common = { target, problemsDir, problem, seed: `p${n}`, signal };
      await proveSuite(common, n);
      if (values.corpus) await proveCorpus(common, n);
    }
  }
} finally {
  await rm(home, { recursive: true, force: true });
}
if (done === 0)
  console.log(`nothing is called ${values.only ?? ""}: see the folders mutants and corpus of the problem`);
else console.log(wrong === 0 ? "all as they should be" : `${wrong} not as they should be`);
process.exitCode = wrong === 0 && done > 0 ? 0 : 1;
