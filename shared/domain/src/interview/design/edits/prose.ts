import type { Paragraph } from "../../language/paragraphs.ts";
import { says } from "../../language/negation.ts";
import { sentencesIn } from "../../language/plain.ts";
import { cited } from "../topics/words.ts";
import type { Ask, Asker, IsNew } from "./ask.ts";
import { type Template, templates } from "./prose-templates.ts";

/** Questions about what was just written of each paragraph, for each the two that fit best. */
export const proseAsks: Asker = (view, isNew) =>
  view.prose.flatMap((paragraph): Ask[] => {
    if (!isNew("design", paragraph.line, paragraph.endLine)) return [];
    const written = writtenOf(view.lines.design, paragraph, isNew);
    const fitting = templates.flatMap((template) => {
      const [found] = written.flatMap(({ sentence, line }) => wordOf(template, sentence, line));
      return found ?? [];
    });
    const telling = fitting.filter(({ template }) => template.id !== "plain");
    return (telling.length === 0 ? fitting : telling)
      .toSorted((a, b) => b.template.strength - a.template.strength)
      .slice(0, 2)
      .map(({ template: { id, facts, strength, words }, word, sentence, line }) => ({
        id: `prose:${id}:${keyOf(sentence)}`,
        document: "design" as const,
        line,
        facts: typeof facts === "function" ? facts(sentence, word) : facts,
        strength,
        wordings: words(cited(sentence, 70), word, `design ${line}`),
      }));
  });

/** The word for which a template fits a sentence: of "no cache" nobody asks how much is in it. */
function wordOf(template: Template, sentence: string, line: number) {
  const found = template.pattern.exec(sentence);
  if (found === null) return [];
  const word = found[1] ?? "";
  const isFitting = template.isSaid === undefined || template.isSaid === says(sentence, word);
  return isFitting ? [{ template, word, sentence, line }] : [];
}

/** The sentences of a paragraph that stand on new lines, each with the first new line of it. */
function writtenOf(lines: readonly string[], { line, endLine, text }: Paragraph, isNew: IsNew) {
  const starts: number[] = [];
  let from = 0;
  for (let n = line; n <= endLine; n += 1) {
    starts.push(from);
    from += (lines[n - 1] ?? "").trim().length + 1;
  }
  let at = 0;
  return sentencesIn(text).flatMap((sentence) => {
    const start = Math.max(at, text.indexOf(sentence, at));
    at = start + sentence.length;
    const own = starts.flatMap((first, n) =>
      first < at && (starts[n + 1] ?? from) > start && isNew("design", line + n) ? [line + n] : [],
    );
    const [newest] = own;
    return newest === undefined ? [] : [{ sentence, line: newest }];
  });
}

/** The beginning of a sentence names it, so that moving it down keeps its question. */
const keyOf = (sentence: string): string =>
  sentence
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .slice(0, 40);
