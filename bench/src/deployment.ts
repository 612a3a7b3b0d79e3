import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import * as z from "zod";

const Round = z.object({ bare: z.number(), deploy: z.number(), teardown: z.number() });
const rounds = 7;

/** How long a design of six processes takes to stand and to be gone, beside a bare Postgres server that starts alone. */
export async function measureDeployment(print: (line: string) => void): Promise<void> {
  const program = new URL("../../workflows/src/targets/local/time-deployment.ts", import.meta.url).pathname;
  const child = spawn(process.execPath, [program, String(rounds)], { stdio: ["ignore", "pipe", "inherit"] });
  const lines = (await text(child.stdout)).trim().split("\n");
  const millis = lines.filter((line) => line !== "").map((line) => Round.parse(JSON.parse(line)));
  if (millis.length < rounds) throw new Error(`only ${millis.length} of ${rounds} rounds were measured; see above`);
  const seconds = (name: keyof z.infer<typeof Round>): string => {
    const sorted = millis.map((round) => round[name]).toSorted((a, b) => a - b);
    const at = (share: number): string => ((sorted[Math.floor((rounds - 1) * share)] ?? 0) / 1_000).toFixed(2);
    return `${at(0.5)} s (slowest ${at(1)})`;
  };
  const ratios = millis.map(({ bare, deploy }) => deploy / bare).toSorted((a, b) => a - b);
  print(`  deployed: ${seconds("deploy")}, aim ≤ 3 s; gone: ${seconds("teardown")}, aim ≤ 2 s (n = ${rounds})`);
  const ratio = ratios[Math.floor((rounds - 1) / 2)] ?? 0;
  print(`  beside a bare Postgres started in turn, ${seconds("bare")}: ${ratio.toFixed(2)}x`);
}
