import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { createLingering } from "./lingering.ts";

test("whoever has looked first waits for those who come one after the other, and nobody waits where nothing is asked", async () => {
  const { afterLook, set } = createLingering(60);
  const gone: string[] = [];
  const first = afterLook().then(() => gone.push("first"));
  for (let n = 0; n < 4; n++) {
    await pause(30);
    void afterLook().then(() => gone.push("later"));
  }
  expect(gone).toEqual([]);
  await first;
  await pause(30);
  expect(gone).toHaveLength(5);
  set(0);
  await afterLook();
});

test("looks without end are not waited for", async () => {
  const { afterLook } = createLingering(5);
  let isOver = false;
  const first = afterLook().then(() => (isOver = true));
  const began = performance.now();
  while (!isOver && performance.now() - began < 5_000) {
    void afterLook();
    await pause(2);
  }
  await first;
  expect(performance.now() - began).toBeLessThan(3_000);
});
