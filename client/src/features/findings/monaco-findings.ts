import type { Finding } from "@proofroom/domain/design/finding";
import { monaco } from "../editor/monaco.ts";
import { createFindingZones, type ZoneOptions } from "./monaco-zones.tsx";

const severities = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  question: monaco.MarkerSeverity.Info,
} as const;

function markerOf(finding: Finding, model: monaco.editor.ITextModel): monaco.editor.IMarkerData {
  const line = Math.min(Math.max(1, finding.line), model.getLineCount());
  const column = Math.min(Math.max(1, finding.column), model.getLineMaxColumn(line));
  const word = model.getWordAtPosition({ lineNumber: line, column });
  const marker = {
    severity: severities[finding.severity],
    message: finding.message,
    source: finding.rule,
    startLineNumber: line,
    startColumn: column,
  };
  const { endLine, endColumn } = finding;
  if (endLine !== undefined && endColumn !== undefined) return { ...marker, endLineNumber: endLine, endColumn };
  return { ...marker, endLineNumber: line, endColumn: Math.max(word?.endColumn ?? column + 1, column + 1) };
}

/** Shows findings in Monaco: underlined at once, marked in the gutter, and with their fixes below the line. */
export function showFindings(editor: monaco.editor.IStandaloneCodeEditor, options: ZoneOptions) {
  const marks = editor.createDecorationsCollection();
  const zones = createFindingZones(editor, options);
  return {
    show(findings: readonly Finding[]): void {
      const model = editor.getModel();
      if (model === null) return;
      const markers = findings.map((finding) => markerOf(finding, model));
      monaco.editor.setModelMarkers(model, "proofroom", markers);
      marks.set(
        findings.map(({ line, severity }) => ({
          range: new monaco.Range(line, 1, line, 1),
          options: { linesDecorationsClassName: `finding-mark ${severity}` },
        })),
      );
      zones.show(findings);
    },
    [Symbol.dispose]() {
      const model = editor.getModel();
      if (model !== null) monaco.editor.setModelMarkers(model, "proofroom", []);
      marks.clear();
      zones[Symbol.dispose]();
    },
  };
}
