import { spawnSync } from "node:child_process";
import { printFigures } from "./check/figures.ts";
import { plantLeaks } from "./check/leaks.ts";

const env = { ...process.env, TURBO_TELEMETRY_DISABLED: "1" };
const run = (command: string, ...args: string[]): boolean => {
  console.log(`\n> ${command} ${args.join(" ")}`);
  return spawnSync(command, args, { stdio: "inherit", env }).status === 0;
};

/** Each check runs though an earlier one failed, so that one call tells all that is wrong. */
const checks: [string, () => boolean][] = [
  ["types", () => run("turbo", "run", "typecheck", "--ui=stream", "--output-logs=errors-only")],
  ["lint", () => run("oxlint")],
  ["format", () => run("oxfmt", "--check")],
  ["unused code", () => run("knip")],
  ["import table", plantLeaks],
  ["figures", printFigures],
];

const failed = checks.filter(([, check]) => !check()).map(([name]) => name);
console.log(failed.length === 0 ? "\ncheck: all passed" : `\ncheck: failed: ${failed.join(", ")}`);
process.exitCode = failed.length === 0 ? 0 : 1;
