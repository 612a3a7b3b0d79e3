import type { CorpusDesign } from "@proofroom/problems/corpus";
import type { Judged } from "./corpus.ts";

/** How often designs of a corpus come to what is expected of them, in one line: the right ones, then the wrong ones. */
export function figures(judged: readonly (Judged & Pick<CorpusDesign, "expected">)[]): string {
  const right = judged.filter(({ expected }) => expected.outcome === "passes");
  const wrong = judged.filter(({ expected }) => expected.outcome !== "passes");
  const passed = right.filter(({ isRight, asked }) => isRight && asked <= 1);
  const failed = wrong.filter(({ isRight }) => isRight);
  return [
    `right designs that pass or ask one question: ${share(passed.length, right.length)}`,
    `wrong designs that fail for their named reason: ${share(failed.length, wrong.length)}`,
  ].join("; ");
}

const share = (part: number, whole: number): string =>
  whole === 0 ? "none" : `${part} of ${whole} (${((100 * part) / whole).toFixed(1)} %)`;
