import { expect, test } from "vitest";

test("zod takes up the settings that were there before it", async () => {
  await import("./zod.ts");
  const { config } = await import("zod/mini");
  expect(config().jitless).toBe(true);
});
