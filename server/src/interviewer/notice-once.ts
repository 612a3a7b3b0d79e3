import type { Spoken } from "./voice.ts";

const sameNoticeMillis = 600_000;

/** Leaves out a notice that was told in the last ten minutes: a failure that lasts is no news at each turn. */
export function createNoticeOnce(now: () => number): (spoken: Spoken) => Spoken {
  let last = { text: "", at: 0 };
  return (spoken) => {
    const { notice, ...rest } = spoken;
    if (notice === undefined) return spoken;
    const isRepeated = notice === last.text && now() - last.at < sameNoticeMillis;
    if (!isRepeated) last = { text: notice, at: now() };
    return isRepeated ? rest : spoken;
  };
}
