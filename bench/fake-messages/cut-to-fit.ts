import type { AnswerBlock } from "./frames.ts";
import { tokensIn } from "./memory.ts";

/** As much of an answer as `most` tokens hold, counted as the usage counts them, and whether that is all of it. */
export function cutToFit(content: readonly AnswerBlock[], most: number): { content: AnswerBlock[]; isWhole: boolean } {
  const kept: AnswerBlock[] = [];
  let left = most;
  for (const block of content) {
    const tokens = tokensIn(block);
    if (tokens > left) {
      const beginning = beginningOf(block, left);
      return { content: beginning === null ? kept : [...kept, beginning], isWhole: false };
    }
    kept.push(block);
    left -= tokens;
  }
  return { content: kept, isWhole: true };
}

/** Null where not even its first letter fits; a call of which the end is missing is none. */
function beginningOf(block: AnswerBlock, most: number): AnswerBlock | null {
  if (block.type === "tool_use") return null;
  const letters = Array.from(block.type === "text" ? block.text : block.thinking);
  const first = (count: number): AnswerBlock => {
    const said = letters.slice(0, count).join("");
    return block.type === "text" ? { ...block, text: said } : { ...block, thinking: said };
  };
  let [fits, tooMany] = [0, letters.length];
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2);
    if (tokensIn(first(middle)) <= most) fits = middle;
    else tooMany = middle;
  }
  return fits === 0 ? null : first(fits);
}
