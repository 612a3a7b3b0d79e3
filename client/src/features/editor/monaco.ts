import * as monaco from "monaco-editor/editor";
// oxlint-disable-next-line import/default -- the bundler makes it, for `?worker`
import EditorWorker from "monaco-editor/editor/editor.worker.js?worker";
import "monaco-editor/editor/contrib/suggest/browser/suggestController.js"; // its feature registers everything but the list
import "monaco-editor/features/bracketMatching/register";
import "monaco-editor/features/clipboard/register";
import "monaco-editor/features/comment/register";
import "monaco-editor/features/contextmenu/register";
import "monaco-editor/features/cursorUndo/register";
import "monaco-editor/features/find/register";
import "monaco-editor/features/folding/register";
import "monaco-editor/features/hover/register";
import "monaco-editor/features/indentation/register";
import "monaco-editor/features/linesOperations/register";
import "monaco-editor/features/multicursor/register";
import "monaco-editor/features/wordHighlighter/register";
import "monaco-editor/features/wordOperations/register";
import "monaco-editor/languages/definitions/markdown/register";
import "monaco-editor/languages/definitions/yaml/register";
import { ddlConfiguration, postgresDdl } from "./postgres-ddl.ts";

monaco.languages.register({ id: "sql" });
monaco.languages.setMonarchTokensProvider("sql", postgresDdl);
monaco.languages.setLanguageConfiguration("sql", ddlConfiguration);

self.MonacoEnvironment = { getWorker: () => new EditorWorker() };

export { monaco };
