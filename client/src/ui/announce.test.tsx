import { render } from "solid-js/web";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { AnnounceProvider, useAnnounce } from "./announce.tsx";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("the same sentence is read out each time that it is said, also right after itself", () => {
  let announce: ReturnType<typeof useAnnounce> | undefined;
  const Says = () => {
    announce = useAnnounce();
    return null;
  };
  const place = document.createElement("div");
  const stop = render(
    () => (
      <AnnounceProvider>
        <Says />
      </AnnounceProvider>
    ),
    place,
  );
  const held: (string | null)[] = [];
  for (let n = 0; n < 3; n += 1) {
    announce?.say("The same question.");
    vi.advanceTimersByTime(3_000);
    held.push(place.querySelector("[role=status]")?.textContent ?? null);
  }
  stop();
  for (const [n, text] of held.entries()) {
    expect(text?.trim()).toBe("The same question.");
    expect(text).not.toBe(held[n + 1]);
  }
});
