import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const root = join(import.meta.dirname, "../..");

export interface Proofroom extends AsyncDisposable {
  url: string;
  home: string;
  starter: ChildProcess;
  /** Everything it printed so far. */
  said(): string;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}

/** A folder that the account which runs Postgres can enter; else its data would lie elsewhere and stay. */
export async function newHome(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), "proofroom-e2e-"));
  await chmod(home, 0o711);
  return home;
}

interface Options {
  home?: string;
  port?: number;
  /** Beside what this process has, such as where Claude is. */
  env?: Record<string, string>;
}

/** Starts the whole product as `npm start` does, on a home of its own, and waits for the ready line. */
export async function startProofroom(o: Options = {}): Promise<Proofroom> {
  const home = o.home ?? (await newHome());
  const port = o.port ?? (await freePort());
  const env = { ...process.env, ...o.env, PORT: String(port), PROOFROOM_HOME: home };
  const starter = spawn("node", ["scripts/up.ts"], { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  const lines: string[] = [];
  const gone = once(starter, "exit");
  const ready = new Promise<string>((resolve, reject) => {
    for (const stream of [starter.stdout, starter.stderr]) {
      createInterface({ input: stream }).on("line", (line) => {
        lines.push(line);
        const url = /^Proofroom is ready at (\S+)$/.exec(line)?.[1];
        if (url !== undefined) resolve(url);
      });
    }
    starter.once("exit", (code) => reject(new Error(`the starter ended with ${code}:\n${lines.join("\n")}`)));
  });
  return {
    url: await ready,
    home,
    starter,
    said: () => lines.join("\n"),
    async [Symbol.asyncDispose]() {
      if (starter.exitCode === null && starter.signalCode === null) {
        starter.kill("SIGTERM");
        await gone;
      }
      if (o.home === undefined) await rm(home, { recursive: true, force: true });
    },
  };
}
