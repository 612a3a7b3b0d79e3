import type { Language } from "./language.ts";
import { monaco } from "./monaco.ts";

/**
 * A colour for each bracket takes half a second of the tab where a quarter of a megabyte of them is pasted. Monaco hears it
 * for its models under this name alone, which its types do not know.
 */
const plainBrackets = { "bracketPairColorization.enabled": false };

/** One look for all documents: 13/20 code, a gutter of 48 px, nothing that is not asked for. Prose has a paragraph a line, and wraps. */
export const editorOptions = (language: Language["monaco"]): monaco.editor.IStandaloneEditorConstructionOptions => ({
  ...plainBrackets,
  accessibilitySupport: "auto",
  automaticLayout: true,
  contextmenu: true,
  detectIndentation: false,
  fixedOverflowWidgets: true,
  folding: false,
  fontFamily: getComputedStyle(document.documentElement).getPropertyValue("--f-code"),
  fontLigatures: false,
  fontSize: 13,
  glyphMargin: false,
  guides: { indentation: false },
  lineDecorationsWidth: 20,
  lineHeight: 20,
  lineNumbersMinChars: 4,
  minimap: { enabled: false },
  overviewRulerLanes: 0,
  padding: { top: 8, bottom: 8 },
  quickSuggestions: false,
  renderLineHighlight: "line",
  renderLineHighlightOnlyWhenFocus: true,
  renderValidationDecorations: "on",
  renderWhitespace: "none",
  scrollBeyondLastLine: false,
  scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, alwaysConsumeMouseWheel: false },
  tabSize: 2,
  unusualLineTerminators: "off",
  wordBasedSuggestions: "off",
  wordWrap: language === "markdown" ? "on" : "off",
});

/** Keys that Monaco would keep to itself and that the room uses: run, palette, shortcuts. Ctrl+K begins the editor's own, Ctrl+K Ctrl+I the explanation of a word. */
export function freeKeys(): void {
  const { Alt, CtrlCmd, Shift } = monaco.KeyMod;
  const { Enter, KeyC, KeyP, KeyR, F1, Period } = monaco.KeyCode;
  const keys = [
    CtrlCmd | Enter,
    CtrlCmd | Shift | Enter,
    CtrlCmd | Shift | KeyP,
    F1,
    CtrlCmd | Period,
    Alt | KeyC,
    Alt | KeyR,
  ];
  monaco.editor.addKeybindingRules(keys.map((keybinding) => ({ keybinding, command: null })));
}

/** Ctrl+M (Mac: Ctrl+Shift+M): whether Tab leaves the editor or indents. Monaco's own switch does not tell how it stands. */
export function addTabSwitch(editor: monaco.editor.IStandaloneCodeEditor, tell: (leaves: boolean) => void): void {
  const { CtrlCmd, WinCtrl, Shift } = monaco.KeyMod;
  const isMac = navigator.platform.startsWith("Mac");
  editor.addAction({
    id: "proofroom.tab-leaves",
    label: "Let Tab leave the editor, or indent again",
    keybindings: [isMac ? WinCtrl | Shift | monaco.KeyCode.KeyM : CtrlCmd | monaco.KeyCode.KeyM],
    run: () => {
      const leaves = !editor.getOption(monaco.editor.EditorOption.tabFocusMode);
      editor.updateOptions({ tabFocusMode: leaves });
      tell(leaves);
    },
  });
}
