import type { Explanation, Suggestion } from "@proofroom/domain/design/assist";
import { type AssistAnswer, type AssistQuestion, askReader } from "../../data/assist.ts";
import { monaco } from "./monaco.ts";
import { isTypedOn } from "./typed-on.ts";

const options: monaco.editor.IEditorOptions = {
  quickSuggestions: { other: true, comments: false, strings: true },
  acceptSuggestionOnCommitCharacter: false,
  acceptSuggestionOnEnter: "smart", // a word that is typed out already leaves Enter to the line
  suggest: { showIcons: false, filterGraceful: false },
};

/** Completion and explanation of the API document in an editor, by the worker that reads the design. */
export function assistWith(editor: monaco.editor.IStandaloneCodeEditor, reader: Worker): Disposable {
  editor.updateOptions(options);
  const completion = monaco.languages.registerCompletionItemProvider("yaml", {
    triggerCharacters: ["$", ".", ":", " ", "-", "{", "[", '"', "?", "&"],
    async provideCompletionItems(model, position, { triggerKind }) {
      const isAsked = triggerKind === monaco.languages.CompletionTriggerKind.Invoke;
      // Whoever only indents a line has not begun a word yet, and the next Enter is meant for the line.
      const isBlank = model.getLineFirstNonWhitespaceColumn(position.lineNumber) === 0;
      if (model !== editor.getModel() || (isBlank && !isAsked)) return { suggestions: [] };
      const asked = questionAt("completion", model, position);
      const answer = await held(asked, model, reader);
      return { suggestions: (answer?.suggestions ?? []).map((found, n) => itemOf(found, n, asked, position)) };
    },
  });
  const hover = monaco.languages.registerHoverProvider("yaml", {
    async provideHover(model, position) {
      if (model !== editor.getModel()) return null;
      const asked = questionAt("explanation", model, position);
      const found = (await held(asked, model, reader))?.explanation ?? null;
      return found === null ? null : { range: rangeOf(found, asked, position), contents: wordsOf(found) };
    },
  });
  return {
    [Symbol.dispose]() {
      completion.dispose();
      hover.dispose();
    },
  };
}

const questionAt = (
  about: AssistQuestion["about"],
  model: monaco.editor.ITextModel,
  position: monaco.Position,
): AssistQuestion => ({ about, text: model.getValue(), offset: model.getOffsetAt(position) });

/** The answer, unless the text has become another meanwhile. */
async function held(
  asked: AssistQuestion,
  model: monaco.editor.ITextModel,
  reader: Worker,
): Promise<AssistAnswer | null> {
  const answer = await askReader(reader, asked);
  return !model.isDisposed() && isTypedOn(asked, model.getValue()) ? answer : null;
}

/** What is found stands in the line that was asked about. */
const rangeOf = (
  { from, to }: { from: number; to: number },
  { offset }: AssistQuestion,
  { lineNumber, column }: monaco.Position,
): monaco.Range => new monaco.Range(lineNumber, column + from - offset, lineNumber, column + to - offset);

const wordsOf = ({ says, example }: Pick<Explanation, "says" | "example">): monaco.IMarkdownString[] =>
  [says, example === null ? "" : `\`\`\`yaml\n${example}\n\`\`\``]
    .filter((part) => part !== "")
    .map((value) => ({ value }));

function itemOf(
  found: Suggestion,
  n: number,
  asked: AssistQuestion,
  position: monaco.Position,
): monaco.languages.CompletionItem {
  const quote = /^["']/.exec(asked.text.slice(found.from, asked.offset))?.[0] ?? "";
  return {
    label: { label: found.label, description: found.detail },
    kind: monaco.languages.CompletionItemKind.Keyword,
    insertText: found.insert,
    insertTextRules: monaco.languages.CompletionItemInsertTextRule.KeepWhitespace,
    documentation: {
      value: wordsOf(found)
        .map(({ value }) => value)
        .join("\n\n"),
    },
    sortText: String(n).padStart(4, "0"),
    filterText: `${quote}${found.label}`,
    range: rangeOf(found, asked, position),
    ...(found.leadsOn ? { command: { id: "editor.action.triggerSuggest", title: "What may stand there" } } : {}),
  };
}
