import { lazily, lazilyAbove } from "../../ui/lazily.tsx";

/** With the dialog library, which reading the report does not need. */
export const SourceDialog = lazilyAbove(() => import("./SourceDialog.tsx").then((m) => m.SourceDialog));
/** Only the owner of a practice has one. */
export const Debrief = lazily(() => import("./Debrief.tsx").then((m) => m.Debrief));
