import { For, type JSX } from "solid-js";

export interface Tab<Id extends string> {
  id: Id;
  content: () => JSX.Element;
}

interface Props<Id extends string> {
  label: string;
  /** Prefix of the ids by which tabs and panels find each other. */
  group: string;
  tabs: Tab<Id>[];
  chosen: Id;
  onChoose: (id: Id) => void;
}

export const tabId = (group: string, id: string): string => `${group}-tab-${id}`;
export const panelId = (group: string, id: string): string => `${group}-panel-${id}`;

/** Arrow keys, Home and End move and choose, as people know it from everywhere else. */
export function TabList<Id extends string>(props: Props<Id>) {
  const move = (event: KeyboardEvent) => {
    const at = props.tabs.findIndex((tab) => tab.id === props.chosen);
    const last = props.tabs.length - 1;
    const to = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at === 0 ? last : at - 1, Home: 0, End: last }[
      event.key
    ];
    const tab = to === undefined ? undefined : props.tabs[to];
    if (tab === undefined) return;
    event.preventDefault();
    props.onChoose(tab.id);
    document.getElementById(tabId(props.group, tab.id))?.focus();
  };
  return (
    <div class="tablist" role="tablist" aria-label={props.label} onKeyDown={move}>
      <For each={props.tabs}>
        {(tab) => (
          <button
            type="button"
            class="tab"
            role="tab"
            id={tabId(props.group, tab.id)}
            aria-controls={panelId(props.group, tab.id)}
            aria-selected={props.chosen === tab.id}
            tabIndex={props.chosen === tab.id ? 0 : -1}
            onClick={() => props.onChoose(tab.id)}
          >
            {tab.content()}
          </button>
        )}
      </For>
    </div>
  );
}
