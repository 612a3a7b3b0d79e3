import type { Finding, Fix } from "@proofroom/domain/design/finding";
import { type Accessor, createSignal, For } from "solid-js";
import { render } from "solid-js/web";
import type { monaco } from "../editor/monaco.ts";
import { FindingNote } from "./FindingNote.tsx";
import "./findings.css";

export interface ZoneOptions {
  mayFix: Accessor<boolean>;
  onApplyFix: (fix: Fix) => void;
}

interface Zone {
  line: number;
  findings: Accessor<Finding[]>;
  setFindings: (findings: Finding[]) => void;
  end: () => void;
}

/** A note moves the lines below it, so it comes only once its finding has outlived the typing. */
const settleMillis = 250;

/** Without the line, which changes whenever somebody writes above. */
const keyOf = ({ rule, message }: Finding) => `${rule}\n${message}`;

/** Notes below the lines they speak of, one zone a line; what a person dismisses stays away until its words change. */
export function createFindingZones(editor: monaco.editor.IStandaloneCodeEditor, { mayFix, onApplyFix }: ZoneOptions) {
  const dismissed = new Set<string>();
  let zones: Zone[] = [];
  let findings: readonly Finding[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stays = keepNotesInSight(editor);
  // Monaco hides what stands between its lines from a screen reader; these notes have buttons.
  editor.getDomNode()?.querySelector(".view-zones")?.removeAttribute("aria-hidden");

  function open(line: number, first: Finding[], accessor: monaco.editor.IViewZoneChangeAccessor): Zone {
    const [shown, setFindings] = createSignal(first);
    const domNode = document.createElement("div");
    domNode.className = "finding-zone";
    // Monaco would take the press for the start of a selection and capture the pointer, and no click would follow.
    for (const press of ["pointerdown", "mousedown"])
      domNode.addEventListener(press, (event) => event.stopPropagation());
    const notes = document.createElement("div");
    domNode.append(notes);
    const dispose = render(
      () => (
        <For each={shown()}>
          {(finding) => (
            <FindingNote
              finding={finding}
              mayFix={mayFix()}
              onApplyFix={onApplyFix}
              onDismiss={() => {
                dismissed.add(keyOf(finding));
                lay();
              }}
            />
          )}
        </For>
      ),
      notes,
    );
    const zone = { afterLineNumber: line, heightInPx: 36 * first.length, domNode };
    const id = accessor.addZone(zone);
    const measure = new ResizeObserver(() => {
      if (notes.offsetHeight === 0 || notes.offsetHeight === zone.heightInPx) return;
      zone.heightInPx = notes.offsetHeight;
      editor.changeViewZones((change) => change.layoutZone(id));
    });
    measure.observe(notes);
    const end = () => {
      measure.disconnect();
      dispose();
      editor.changeViewZones((change) => change.removeZone(id));
    };
    return { line, findings: shown, setFindings, end };
  }

  function lay(): void {
    clearTimeout(timer);
    const lines = Map.groupBy(
      findings.filter((finding) => !dismissed.has(keyOf(finding))),
      ({ line }) => line,
    );
    const kept = zones.filter((zone) => lines.has(zone.line));
    for (const zone of zones) if (!kept.includes(zone)) zone.end();
    editor.changeViewZones((accessor) => {
      zones = [...lines].map(([line, found]) => {
        const old = kept.find((zone) => zone.line === line);
        old?.setFindings(found);
        return old ?? open(line, found, accessor);
      });
    });
  }

  /** Takes away at once what was mended. */
  function prune(): void {
    const keys = new Set(findings.map(keyOf));
    const gone = zones.filter((zone) => !zone.findings().some((finding) => keys.has(keyOf(finding))));
    for (const zone of gone) zone.end();
    zones = zones.filter((zone) => !gone.includes(zone));
  }

  return {
    show(next: readonly Finding[]): void {
      findings = next;
      prune();
      clearTimeout(timer);
      timer = setTimeout(lay, settleMillis);
    },
    [Symbol.dispose]() {
      clearTimeout(timer);
      stays[Symbol.dispose]();
      for (const zone of zones) zone.end();
      zones = [];
    },
  };
}

/** A zone is as wide as the longest line; its notes stay within what is seen of it. */
function keepNotesInSight(editor: monaco.editor.IStandaloneCodeEditor): Disposable {
  const style = editor.getContainerDomNode().style;
  const place = () => {
    style.setProperty("--note-width", `${editor.getLayoutInfo().contentWidth - 28}px`);
    style.setProperty("--note-shift", `${editor.getScrollLeft()}px`);
  };
  const layout = editor.onDidLayoutChange(place);
  const scroll = editor.onDidScrollChange(place);
  place();
  return {
    [Symbol.dispose]() {
      layout.dispose();
      scroll.dispose();
    },
  };
}
