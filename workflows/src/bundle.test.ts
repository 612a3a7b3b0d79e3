import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bundleWorkflowCode } from "@temporalio/worker";
import { expect, test } from "vitest";
import { bundleWorkflows } from "./bundle.ts";

test("the workflows fit into the sandbox, and are bundled once for the same sources", async () => {
  const { code } = await bundleWorkflows();
  for (const name of ["runDesign", "lease", "sweep"]) expect(code).toContain(name);
  expect((await bundleWorkflows()).code).toBe(code);
});

test("a workflow that reaches for the file system is refused", async () => {
  const folder = await mkdtemp(join(import.meta.dirname, ".leak-"));
  try {
    const workflowsPath = join(folder, "leak.ts");
    const source = `import { readFileSync } from "node:fs"; export const leak = async () => readFileSync("x", "utf8");`;
    await writeFile(workflowsPath, source);
    const said: string[] = [];
    const say = (...words: unknown[]): void => void said.push(words.join(" "));
    const logger = { trace: say, debug: say, info: say, warn: say, error: say, log: say };
    await expect(bundleWorkflowCode({ workflowsPath, logger })).rejects.toThrow("Webpack finished with errors");
    expect(said.join("\n")).toContain("node:fs");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
