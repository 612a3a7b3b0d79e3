import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { Deployment } from "@proofroom/domain/infrastructure/deployment";
import type { Elsewhere } from "../target-contract.ts";
import type { Lease } from "../target.ts";

/** For tests: deploys from a process of its own, which can be killed at any moment. */
export function deployElsewhere(home: string, lease: Lease): Elsewhere {
  const entry = new URL("./test-deployer.ts", import.meta.url).pathname;
  const deployer = spawn(process.execPath, [entry, JSON.stringify({ home, lease })], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  createInterface({ input: deployer.stdout }).on("line", (line) => {
    lines.push(line);
    for (const look of waiting) look();
  });
  const heard = <T>(find: () => T | undefined): Promise<T> => {
    const found = Promise.withResolvers<T>();
    const look = (): void => {
      const it = find();
      if (it === undefined) return;
      waiting.delete(look);
      found.resolve(it);
    };
    waiting.add(look);
    look();
    return found.promise;
  };
  return {
    deployed: () =>
      heard(() => lines.map((line) => Deployment.safeParse(JSON.parse(line))).find(({ success }) => success)?.data),
    told: (count) => heard(() => (lines.length >= count ? true : undefined)),
    async destroy() {
      const before = lines.length;
      deployer.stdin.write("destroy\n");
      await heard(() => lines[before]);
    },
    async kill() {
      deployer.kill("SIGKILL");
      await once(deployer, "exit");
    },
  };
}
