import { createInterface } from "node:readline";
import { linksBlueprint } from "../test-blueprint.ts";
import { deploymentOf } from "../deployment-of.ts";
import { createLocalTarget } from "./local-target.ts";

/**
 * For tests: a process that deploys, says each step and then what it got, and stays until it is killed. Told anything on its
 * standard input, it begins to destroy.
 */
const { home, lease } = JSON.parse(process.argv[2] ?? "{}");
const say = (said: object): void => void process.stdout.write(`${JSON.stringify(said)}\n`);
const target = createLocalTarget({ home, host: "test" });
const deployed = await target.deploy(linksBlueprint(2), lease, say, new AbortController().signal);
say(deploymentOf(deployed));
createInterface({ input: process.stdin }).once("line", () => {
  say({ step: "destroy", state: "started" });
  void target.destroy(lease).then(() => say({ step: "destroy", state: "done" }));
});
setInterval(() => {}, 60_000);
