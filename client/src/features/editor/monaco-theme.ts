import { monaco } from "./monaco.ts";

const themeName = "proofroom";

/** A token's colour as `#rrggbb` or `#rrggbbaa`, whatever form CSS holds it in: Monaco reads nothing else. */
function createTokenReader(): (token: string) => string {
  const probe = document.createElement("span");
  const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 });
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  return (token) => {
    document.body.append(probe);
    probe.style.color = `var(${token})`;
    const { color } = getComputedStyle(probe);
    probe.remove();
    if (pen === null) return "#808080";
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = color;
    pen.fillRect(0, 0, 1, 1);
    return `#${[...pen.getImageData(0, 0, 1, 1).data].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
  };
}

/** Dresses Monaco in the page's own tokens, now and after every change of theme. */
export function followTheme(): Disposable {
  const read = createTokenReader();
  const dark = matchMedia("(prefers-color-scheme: dark)");

  function apply(): void {
    const chosen = document.documentElement.dataset["theme"];
    const isDark = chosen === undefined ? dark.matches : chosen !== "light";
    const ink = (token: string) => read(token).slice(1, 7);
    const brackets = [1, 2, 3, 4, 5, 6].map((depth) => [`editorBracketHighlight.foreground${depth}`, read("--muted")]);
    monaco.editor.defineTheme(themeName, {
      base: chosen === "hc" ? "hc-black" : isDark ? "vs-dark" : "vs",
      inherit: false, // the base would colour single languages its own way
      rules: [
        { token: "", foreground: ink("--text") },
        { token: "keyword", foreground: ink("--c-keyword") },
        { token: "type", foreground: ink("--c-type") },
        { token: "tag", foreground: ink("--c-type") },
        { token: "string", foreground: ink("--c-string") },
        { token: "number", foreground: ink("--c-number") },
        { token: "variable", foreground: ink("--c-string") },
        { token: "strong", fontStyle: "bold" },
        { token: "emphasis", fontStyle: "italic" },
        { token: "comment", foreground: ink("--c-comment"), fontStyle: "italic" },
        { token: "delimiter", foreground: ink("--muted") },
        { token: "operator", foreground: ink("--muted") },
        { token: "operators", foreground: ink("--muted") },
      ],
      colors: {
        ...Object.fromEntries(brackets),
        "editor.background": read("--bg"),
        "editor.foreground": read("--text"),
        "editor.lineHighlightBackground": read("--c-line"),
        "editor.lineHighlightBorder": "#00000000",
        "editorLineNumber.foreground": read("--muted"),
        "editorLineNumber.activeForeground": read("--text"),
        "editorCursor.foreground": read("--text"),
        "editor.selectionBackground": `#${ink("--accent")}40`,
        "editor.inactiveSelectionBackground": `#${ink("--accent")}26`,
        "editor.wordHighlightBackground": `#${ink("--accent")}1f`,
        "editorBracketMatch.background": read("--hover"),
        "editorBracketMatch.border": read("--line-strong"),
        "editorIndentGuide.background1": read("--line"),
        "editorError.foreground": read("--bad"),
        "editorWarning.foreground": read("--warn"),
        "editorInfo.foreground": read("--accent"),
        "editorError.border": "#00000000",
        "editorWarning.border": "#00000000",
        "editorInfo.border": "#00000000",
        "editorWidget.background": read("--raised"),
        "editorWidget.border": read("--line"),
        "editorHoverWidget.background": read("--raised"),
        "editorHoverWidget.border": read("--line"),
        "editorHoverWidget.foreground": read("--text"),
        "editorSuggestWidget.background": read("--raised"),
        "editorSuggestWidget.border": read("--line"),
        "editorSuggestWidget.foreground": read("--text"),
        "editorSuggestWidget.highlightForeground": read("--accent"),
        "editorSuggestWidget.focusHighlightForeground": read("--accent"),
        "editorSuggestWidget.selectedBackground": read("--selected"),
        "editorSuggestWidget.selectedForeground": read("--text"),
        "list.hoverBackground": read("--hover"),
        "textCodeBlock.background": read("--bg"),
        "menu.background": read("--raised"),
        "menu.foreground": read("--text"),
        "menu.selectionBackground": read("--hover"),
        "menu.selectionForeground": read("--text"),
        "input.background": read("--bg"),
        focusBorder: read("--focus"),
        "scrollbar.shadow": "#00000000",
        "scrollbarSlider.background": `#${ink("--muted")}40`,
      },
    });
    monaco.editor.setTheme(themeName);
  }

  const watch = new MutationObserver(apply);
  watch.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  dark.addEventListener("change", apply);
  apply();
  return {
    [Symbol.dispose]() {
      watch.disconnect();
      dark.removeEventListener("change", apply);
    },
  };
}
