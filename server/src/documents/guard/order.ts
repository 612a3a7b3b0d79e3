import type { Vector } from "../vector.ts";
import type { Block, ItemId, Struct } from "./skim.ts";

/**
 * Whether every struct finds what it stands beside, in some order of the blocks. Yjs keeps whatever waits for something
 * unknown, for ever if two blocks wait for each other, and throws on a struct that names a later one of its own client.
 */
export function integrates(blocks: Block[], known: Vector): boolean {
  const reached = new Map(blocks.map((block) => [block.client, block.from]));
  const isThere = (id: ItemId | null): boolean =>
    id === null || id.clock < (reached.get(id.client) ?? known.get(id.client) ?? 0);
  const isReady = (struct: Struct): boolean => isThere(struct.origin) && isThere(struct.rightOrigin);

  let open = blocks.map((block) => ({ block, next: 0 }));
  while (open.length > 0) {
    let moved = false;
    for (const progress of open) {
      const { block } = progress;
      for (let struct = block.structs[progress.next]; struct !== undefined && isReady(struct);) {
        reached.set(block.client, struct.clock + struct.length);
        struct = block.structs[++progress.next];
        moved = true;
      }
    }
    if (!moved) return false;
    open = open.filter(({ block, next }) => next < block.structs.length);
  }
  return true;
}
