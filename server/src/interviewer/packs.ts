import type { Pack } from "@proofroom/domain/interview/item";
import { packOf } from "@proofroom/problems/private";
import { problemsDir } from "@proofroom/problems/public";

/** What the interviewer knows, by problem. A problem without an entry is interviewed by people alone. */
export type Packs = ReadonlyMap<string, Pack>;

/** Reads what lies beside these problems in `dir`. Throws, naming the file, where one is unsound. */
export function loadPacks(problems: readonly string[], dir: string = problemsDir): Packs {
  const found = problems.flatMap((id): [string, Pack][] => {
    const pack = packOf(dir, id);
    return pack === null ? [] : [[id, pack]];
  });
  return new Map(found);
}
