import { expect, test } from "vitest";
import { bundleSizes } from "./bundle-size.ts";
import { startProofroom } from "./proofroom.ts";

test("what a page sends before it can be used stays within its budget", async () => {
  // Starting builds the client of the sources that are there.
  await using _ = await startProofroom();
  for (const { page, files, kilobytes, budget } of bundleSizes()) {
    expect(files, page).toBeGreaterThan(1);
    expect(kilobytes, page).toBeLessThanOrEqual(budget);
  }
});
