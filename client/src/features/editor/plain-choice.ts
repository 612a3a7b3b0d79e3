import { type Accessor, createSignal } from "solid-js";

const key = "proofroom-plain-editor";

/** A browser that keeps nothing for pages forgets the choice, and that is all. */
function remembered(): boolean {
  try {
    return localStorage.getItem(key) === "on";
  } catch {
    return false;
  }
}

function remember(isPlain: boolean): void {
  try {
    if (isPlain) localStorage.setItem(key, "on");
    else localStorage.removeItem(key);
  } catch {
    // Chosen for this visit alone.
  }
}

const [chosen, setChosen] = createSignal(remembered());

/** Whether this person wants the plain editor; one choice for all documents. */
export const isPlainChosen: Accessor<boolean> = chosen;

export function choosePlain(isPlain: boolean): void {
  setChosen(isPlain);
  remember(isPlain);
}
