import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: { name: string; status: string; message: string; assertionResults: unknown[] }[];
}

/** Everything vitest knows, in one run; a file that could not be loaded counts as one failure. */
const folder = mkdtempSync(join(tmpdir(), "proofroom-test-"));
const report = join(folder, "report.json");
const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
const { status } = spawnSync("vitest", ["run", ...reporters, ...process.argv.slice(2)], { stdio: "inherit" });

let passed = 0;
let failed = 0;
try {
  const told: Report = JSON.parse(readFileSync(report, "utf8"));
  const unloaded = told.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0);
  for (const file of unloaded) console.log(`could not be loaded: ${file.name}\n${file.message}`);
  passed = told.numPassedTests;
  failed = told.numFailedTests + unloaded.length;
  if (told.numPendingTests > 0) console.log(`${told.numPendingTests} skipped`);
} catch (error) {
  console.log(`vitest left no report: ${error instanceof Error ? error.message : String(error)}`);
  failed = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (status !== 0 && failed === 0) failed = 1;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
