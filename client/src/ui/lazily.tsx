import { type Component, lazy, Show, Suspense } from "solid-js";
import { Failure } from "./Failure.tsx";

const title = "This part of the page did not load.";
const message = "The connection broke, or Proofroom was renewed meanwhile. Reload the page; what you wrote is kept.";

const Reload = () => (
  <button type="button" class="btn" onClick={() => location.reload()}>
    Reload
  </button>
);

const MissingPart = () => (
  <Failure title={title} message={message}>
    <Reload />
  </Failure>
);

const MissingDialog = (props: { onClose?: () => void }) => (
  <div class="scrim dialog-place">
    <div class="dialog" role="alertdialog" aria-label={title}>
      <Failure title={title} message={message}>
        <Reload />
        <Show when={props.onClose}>
          {(close) => (
            <button type="button" class="btn quiet" onClick={() => close()()}>
              Close
            </button>
          )}
        </Show>
      </Failure>
    </div>
  </div>
);

/** A part that comes when it is needed. A file that is gone says so in its place, and leaves the rest of the page alone. */
export const lazily = <P extends object>(load: () => Promise<Component<P>>): Component<P> =>
  lazy(() =>
    load().then(
      (component) => ({ default: component }),
      () => ({ default: MissingPart }),
    ),
  );

/** The same for what stands above the page, which stays as it is while the part is on its way. */
export const lazilyAbove = <P extends object>(load: () => Promise<Component<P>>): Component<P> => {
  const Part = lazy(() =>
    load().then(
      (component) => ({ default: component }),
      () => ({ default: MissingDialog }),
    ),
  );
  return (props) => (
    <Suspense>
      <Part {...props} />
    </Suspense>
  );
};
