import { lazilyAbove } from "../../ui/lazily.tsx";

/** With the dialog library, which the page does not need before it is opened. */
export const PracticeDialog = lazilyAbove(() => import("./PracticeDialog.tsx").then((m) => m.PracticeDialog));
