import { lazy } from "solid-js";

/** Dialogs come with the dialog library, which no page needs before one is opened. */
export const NewRoomDialog = lazy(() => import("./NewRoomDialog.tsx").then((m) => ({ default: m.NewRoomDialog })));
export const InviteDialog = lazy(() => import("./InviteDialog.tsx").then((m) => ({ default: m.InviteDialog })));
