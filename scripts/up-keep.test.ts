import { expect, test } from "vitest";
import { type Clock, keep, type Part, type Running } from "./up-keep.ts";

/** A clock that moves only when somebody pauses, or is moved. */
function handClock(): Clock & { move: (millis: number) => void } {
  let time = 0;
  const move = (millis: number): void => void (time += millis);
  return { now: () => time, move, pause: async (millis) => move(millis) };
}

/** A part whose runs are ended by the test. */
function mortal(overrides: Partial<Part> = {}) {
  const runs: { die: (reason: string) => void; running: Running }[] = [];
  const told: string[] = [];
  const hopeless = Promise.withResolvers<string>();
  let awaited = Promise.withResolvers<void>();
  const part: Part = {
    name: "server",
    async start() {
      const { promise, resolve } = Promise.withResolvers<string>();
      const running = { exited: promise, stop: async () => resolve("stopped") };
      runs.push({ die: resolve, running });
      awaited.resolve();
      return running;
    },
    onDeath: (reason) => told.push(reason),
    onHopeless: hopeless.resolve,
    ...overrides,
  };
  /** Ends the present run, and waits for the next one. */
  async function die(reason: string): Promise<void> {
    awaited = Promise.withResolvers();
    runs.at(-1)?.die(reason);
    await awaited.promise;
  }
  return { part, runs, told, die, hopeless: hopeless.promise };
}

test("whatever dies alone is started again", async () => {
  const { part, runs, told, die } = mortal();
  const kept = await keep(part, handClock());
  await die("ended by SIGKILL");
  await die("exit code 1");
  expect(runs).toHaveLength(3);
  expect(told).toEqual(["ended by SIGKILL", "exit code 1"]);
  await kept.stop();
  expect(runs).toHaveLength(3);
});

test("the fifth death within a minute is the last", async () => {
  const { part, runs, die, hopeless } = mortal();
  const kept = await keep(part, handClock());
  for (let n = 1; n <= 4; n++) await die(`death ${n}`);
  runs.at(-1)?.die("death 5");
  expect(await hopeless).toBe("death 5");
  expect(runs).toHaveLength(5);
  await kept.stop();
});

test("deaths that lie further apart are forgotten", async () => {
  const clock = handClock();
  const { part, runs, told, die } = mortal();
  const kept = await keep(part, clock);
  for (let n = 1; n <= 8; n++) {
    clock.move(31_000);
    await die(`death ${n}`);
  }
  expect(runs).toHaveLength(9);
  expect(told).toHaveLength(8);
  await kept.stop();
});

test("it waits for what it needs before it is started again", async () => {
  const engine = Promise.withResolvers<void>();
  const needs = [{ up: () => engine.promise, renew: async () => {}, stop: async () => {} }];
  const { part, runs, die } = mortal({ needs });
  const kept = await keep(part, handClock());
  const again = die("exit code 1");
  expect(runs).toHaveLength(1);
  engine.resolve();
  await again;
  expect(runs).toHaveLength(2);
  await kept.stop();
});

test("to renew it is no death", async () => {
  const { part, runs, told } = mortal();
  const kept = await keep(part, handClock());
  await kept.renew();
  expect(runs).toHaveLength(2);
  expect(told).toEqual([]);
  await kept.stop();
});

test("a part that cannot be started the first time says why", async () => {
  const { part } = mortal({ start: () => Promise.reject(new Error("no binary")) });
  await expect(keep(part)).rejects.toThrow("no binary");
});
