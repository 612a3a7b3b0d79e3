import { lazilyAbove } from "../../ui/lazily.tsx";

/** Dialogs come with the dialog library, which no page needs before one is opened. */
export const NewRoomDialog = lazilyAbove(() => import("./NewRoomDialog.tsx").then((m) => m.NewRoomDialog));
export const InviteDialog = lazilyAbove(() => import("./InviteDialog.tsx").then((m) => m.InviteDialog));
