import { createSignal } from "solid-js";

export interface Size {
  width: number;
  height: number;
}

/** A look at a drawing: how large it is, and where its middle lies within the window. */
interface View {
  scale: number;
  x: number;
  y: number;
}

const [smallest, largest] = [0.3, 2.5];
/** Text of the drawing is 12 px at scale 1; fitting never makes it larger than it is written. */
const largestFit = 1;

const clamp = (scale: number) => Math.min(largest, Math.max(smallest, scale));

/** Zoom and place of a drawing in its window. Until somebody moves it, it fits. */
export function createView(drawing: () => Size, frame: () => Size) {
  const [chosen, choose] = createSignal<View | null>(null);

  const fitted = (): View => {
    const { width, height } = drawing();
    const scale = clamp(Math.min(largestFit, frame().width / Math.max(1, width), frame().height / Math.max(1, height)));
    return { scale, x: (frame().width - width * scale) / 2, y: Math.max(0, (frame().height - height * scale) / 2) };
  };
  const view = () => chosen() ?? fitted();

  /** Larger or smaller around a point of the window, its middle unless told. */
  function zoom(by: number, at = { x: frame().width / 2, y: frame().height / 2 }): void {
    const { scale, x, y } = view();
    const next = clamp(scale * by);
    choose({ scale: next, x: at.x - ((at.x - x) * next) / scale, y: at.y - ((at.y - y) * next) / scale });
  }

  return {
    view,
    zoom,
    move: (x: number, y: number): void => {
      const now = view();
      choose({ ...now, x: now.x + x, y: now.y + y });
    },
    fit: () => choose(null),
  };
}
