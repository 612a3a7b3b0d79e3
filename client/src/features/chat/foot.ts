import { type Accessor, createSignal, onCleanup, onMount } from "solid-js";

const nearPixels = 48;

export interface Foot {
  /** Whether it stays at its newest line, which it does until a person scrolls away from it. */
  isKept: Accessor<boolean>;
  go: () => void;
  onScroll: () => void;
}

/** Keeps what scrolls at its foot, whatever makes it longer or its place smaller, until a person scrolls it away. */
export function createFoot(box: () => HTMLElement | undefined): Foot {
  const [isKept, setKept] = createSignal(true);
  let height = 0;
  let place = 0;

  const measure = (element: HTMLElement) => {
    height = element.scrollHeight;
    place = element.clientHeight;
  };
  const go = () => {
    const element = box();
    if (element === undefined) return;
    element.scrollTop = element.scrollHeight;
    measure(element);
    setKept(true);
  };
  const stay = () => isKept() && go();
  const onScroll = () => {
    const element = box();
    if (element === undefined) return;
    const isNear = element.scrollHeight - element.scrollTop - element.clientHeight < nearPixels;
    // The word of an earlier scroll comes late: where the sizes are others since, no person went away.
    const isResized = element.scrollHeight !== height || element.clientHeight !== place;
    if (isKept() && !isNear && isResized) return go();
    measure(element);
    setKept(isNear);
  };
  onMount(() => {
    const element = box();
    if (element === undefined) return;
    go();
    // Messages, words that come one by one, the drawer of hints.
    const longer = new MutationObserver(stay);
    longer.observe(element, { childList: true, subtree: true, characterData: true });
    const smaller = typeof ResizeObserver === "undefined" ? undefined : new ResizeObserver(stay);
    smaller?.observe(element);
    onCleanup(() => {
      longer.disconnect();
      smaller?.disconnect();
    });
  });
  return { isKept, go, onScroll };
}
