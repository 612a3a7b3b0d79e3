import type { Item } from "../item.ts";
import type { ItemState } from "./report-item-state.ts";
import type { AskedQuestion } from "./report-questions.ts";
import type { DebriefItem } from "./report.ts";
import type { ItemId } from "../speech.ts";

/** What a strong answer touches and how far each item got, in the order of the pack. Marks of one's own come later. */
export const debriefOf = (
  items: readonly Item[],
  states: ReadonlyMap<ItemId, ItemState>,
  asked: readonly AskedQuestion[],
): DebriefItem[] =>
  items.map(({ id, phase, spoken: { strong, lesson } }) => ({
    item: id,
    phase,
    asked: asked.filter((one) => one.item === id).map(({ text }) => text),
    state: states.get(id)?.state ?? "unseen",
    strong,
    lesson,
    selfMark: null,
    before: null,
  }));
