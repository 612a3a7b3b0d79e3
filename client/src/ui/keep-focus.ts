/**
 * Whoever presses a button that takes itself away goes on in the nearest part of the page that can hold the focus, or in the
 * field that this part names by `data-focus-next`. Without it a keyboard starts again at the top of the page and a screen
 * reader falls silent. Answers how to stop.
 */
export function keepFocus(page: Document): () => void {
  let path: Element[] = [];
  let isAsked = false;
  const look = () => {
    isAsked = false;
    const [last] = path;
    if (last === undefined || page.activeElement !== page.body) return;
    if (last.isConnected) path = [];
    else focusNear(path);
  };
  // What takes an element away may itself say where to go on: that goes first.
  const lookSoon = () => {
    if (!isAsked) requestAnimationFrame(look);
    isAsked = true;
  };
  const remember = (event: FocusEvent) => {
    path = event.target instanceof Element ? pathOf(event.target) : [];
  };
  const removals = new MutationObserver(() => {
    if (path[0]?.isConnected === false) lookSoon();
  });
  page.addEventListener("focusin", remember);
  page.addEventListener("focusout", lookSoon);
  removals.observe(page.body, { childList: true, subtree: true });
  return () => {
    page.removeEventListener("focusin", remember);
    page.removeEventListener("focusout", lookSoon);
    removals.disconnect();
  };
}

/** An element and all that it stands in: where it was is still known when it is gone. */
export function pathOf(element: Element): Element[] {
  const path: Element[] = [];
  for (let at: Element | null = element; at !== null; at = at.parentElement) path.push(at);
  return path;
}

/** Gives the focus to the first of a path that takes it, else to the page's main part. */
export function focusNear(path: readonly Element[]): void {
  if (path[0] === document.body) return;
  const main = document.querySelector("main [tabindex]") ?? document.querySelector("main a, main button");
  for (const place of [...path.filter((one) => one.isConnected), main]) {
    if (place !== null && (takesFocus(fieldAfter(place)) || takesFocus(place))) return;
  }
}

/** A touch would open the keyboard over what one reads, so there the part itself is meant. */
function fieldAfter(place: Element): Element | null {
  const id = place.getAttribute("data-focus-next");
  return id === null || !matchMedia("(pointer: fine)").matches ? null : document.getElementById(id);
}

function takesFocus(place: Element | null): boolean {
  if (!(place instanceof HTMLElement) || place === document.body) return false;
  place.focus({ preventScroll: true });
  return document.activeElement === place;
}
