import { createRoot } from "solid-js";
import { expect, test, vi } from "vitest";
import type { Answer } from "./answer.ts";
import { createAsked } from "./asked.ts";

test("what could not be asked is asked again once the connection is back, and what was refused is not", async () => {
  const offline: Answer<string> = { ok: false, status: 0, error: "offline", message: "Check the connection." };
  const refused: Answer<string> = { ok: false, status: 404, error: "not-found", message: "There is none." };
  const answers = [offline, refused];
  const ask = vi.fn(() => Promise.resolve<Answer<string>>(answers.shift() ?? { ok: true, value: "too often" }));
  await createRoot(async (dispose) => {
    const [asked] = createAsked(() => "key", ask);
    await vi.waitFor(() => expect(asked()).toMatchObject({ state: "refused", refusal: { status: 0 } }));
    dispatchEvent(new Event("online"));
    await vi.waitFor(() => expect(asked()).toMatchObject({ state: "refused", refusal: { status: 404 } }));
    dispatchEvent(new Event("online"));
    expect(ask).toHaveBeenCalledTimes(2);
    dispose();
  });
});
