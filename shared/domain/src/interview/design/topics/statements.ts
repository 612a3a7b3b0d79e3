import { placeOf, type DesignView } from "../design-view.ts";
import type { Paragraph } from "../../language/paragraphs.ts";
import type { Place } from "../../place.ts";
import { sentencesIn } from "../../language/plain.ts";
import { remembered } from "../../language/remembered.ts";

/** What is planned, weighed or left for later is no statement about the design as it is. */
const isOpen = (sentence: string): boolean =>
  /\?|\b(?:would|could|might|may|later|if|once|until|next|future|eventually|plan|comes? first|then|instead|rather|without|not|no|never|alternativ\w*|considered)\b|n't\b/i.test(
    sentence,
  );

export interface Statement {
  sentence: string;
  paragraph: Paragraph;
}

const closedSentences = remembered((text) => sentencesIn(text).filter((sentence) => !isOpen(sentence)));

/** Worked out once for a view: several kinds ask. */
const known = new WeakMap<DesignView, Statement[]>();

export function statementsOf(view: DesignView): Statement[] {
  const found =
    known.get(view) ??
    view.prose.flatMap((paragraph) => closedSentences(paragraph.text).map((sentence) => ({ sentence, paragraph })));
  known.set(view, found);
  return found;
}

/** The line of the paragraph that holds the words, else its first. */
export function lineOf(view: DesignView, paragraph: Paragraph, words: string): Place {
  for (let line = paragraph.line; line <= paragraph.endLine; line += 1)
    if ((view.lines.design[line - 1] ?? "").toLowerCase().includes(words.toLowerCase()))
      return placeOf(view, "design", line);
  return placeOf(view, "design", paragraph.line);
}
