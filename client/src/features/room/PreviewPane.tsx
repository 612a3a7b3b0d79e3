import type { Fix } from "@proofroom/domain/design/finding";
import type { Capability } from "@proofroom/domain/problem/problem";
import type { Run } from "@proofroom/domain/run/run";
import { createSignal, Match, Show, Suspense, Switch } from "solid-js";
import { isRead, type Review } from "../../data/review.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { panelId, type Tab, tabId, TabList } from "../../ui/TabList.tsx";
import { lazily } from "../../ui/lazily.tsx";

// With the first node to draw and not before: an empty diagram must not compete with the editor for the line.
const Diagram = lazily(() => import("../diagram/Diagram.tsx").then((m) => m.Diagram));
const BindingTable = lazily(() => import("../binding/BindingTable.tsx").then((m) => m.BindingTable));

type View = "diagram" | "bindings";

interface Props {
  review: Review;
  /** How its components stand in it is drawn while it is under way. */
  run: Run | undefined;
  capabilities: Record<string, Capability>;
  mayFix: boolean;
  onApplyFix: (fix: Fix) => void;
  onReveal: (document: "api" | "design", line: number) => void;
}

/** What the documents mean: the topology as it would be deployed, and what each endpoint will do. */
export function PreviewPane(props: Props) {
  const [view, setView] = createSignal<View>("diagram");
  const questions = () => props.review.model.findings.filter((finding) => finding.severity === "question").length;
  const tabs: Tab<View>[] = [
    {
      id: "diagram",
      content: () => (
        <>
          <Icon name="diagram" small />
          Diagram
        </>
      ),
    },
    {
      id: "bindings",
      content: () => (
        <>
          <Icon name="bindings" small />
          Bindings
          <Show when={questions() > 0}>
            <span class="count">
              <span class="sr">open questions: </span>
              {questions()}
            </span>
          </Show>
        </>
      ),
    },
  ];
  return (
    <section class="pane" id="preview" aria-label="Preview" tabindex="-1">
      <div class="tabs">
        <TabList label="Preview" group="preview" tabs={tabs} chosen={view()} onChoose={setView} />
      </div>
      <div role="tabpanel" id={panelId("preview", view())} aria-labelledby={tabId("preview", view())}>
        <Suspense fallback={<Waiting />}>
          <Switch>
            <Match when={!isRead(props.review)}>
              <Waiting />
            </Match>
            <Match when={view() === "bindings"}>
              <BindingTable
                model={props.review.model}
                capabilities={props.capabilities}
                offers={props.review.offers}
                toOpenApi={props.review.toOpenApi}
                mayFix={props.mayFix}
                onApplyFix={props.onApplyFix}
                onReveal={(line) => props.onReveal("api", line)}
              />
            </Match>
            <Match when={view() === "diagram"}>
              <Show when={props.review.model.components.length > 0} fallback={<NothingDrawn mayWrite={props.mayFix} />}>
                <Diagram
                  model={props.review.model}
                  run={props.run}
                  onReveal={(line) => props.onReveal("design", line)}
                />
              </Show>
            </Match>
          </Switch>
        </Suspense>
      </div>
    </section>
  );
}

const NothingDrawn = (props: { mayWrite: boolean }) => (
  <div class="empty stagebox">
    <Icon name="diagram" />
    <p>
      {props.mayWrite
        ? "Nothing drawn yet. Write a mermaid flowchart in the Design document; it is drawn here as you type and deployed by a run."
        : "Nothing is drawn here. A mermaid flowchart in the Design document would be."}
    </p>
  </div>
);

const Waiting = () => (
  <div style={{ padding: "16px" }}>
    <Skeleton what="the preview" widths={[40, 40, 40]} />
  </div>
);
