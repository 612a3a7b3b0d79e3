import { linksBlueprint } from "../test-blueprint.ts";
import { deploymentOf } from "../deployment-of.ts";
import { createLocalTarget } from "./local-target.ts";

/** For tests: a process that deploys, says what it got, and then stays until it is killed. */
const { home, lease } = JSON.parse(process.argv[2] ?? "{}");
const target = createLocalTarget({ home, host: "test" });
const deployed = await target.deploy(linksBlueprint(2), lease, () => {}, new AbortController().signal);
process.stdout.write(`${JSON.stringify(deploymentOf(deployed))}\n`);
setInterval(() => {}, 60_000);
