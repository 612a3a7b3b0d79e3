import { lazily } from "../../ui/lazily.tsx";

/** The interview's parts come when a room has an interview: nothing of them is needed before one can write. */
export const Phases = lazily(() => import("./Phases.tsx").then((m) => m.Phases));
export const HeadClock = lazily(() => import("./HeadClock.tsx").then((m) => m.HeadClock));
export const StartCard = lazily(() => import("./StartCard.tsx").then((m) => m.StartCard));
export const HintDrawer = lazily(() => import("./HintDrawer.tsx").then((m) => m.HintDrawer));
export const AfterEnd = lazily(() => import("./AfterEnd.tsx").then((m) => m.AfterEnd));
export const PausedNote = lazily(() => import("./PausedNote.tsx").then((m) => m.PausedNote));
export const VoiceChip = lazily(() => import("./VoiceChip.tsx").then((m) => m.VoiceChip));
export const InterviewerMessage = lazily(() => import("./InterviewerMessage.tsx").then((m) => m.InterviewerMessage));
export const TurnMessage = lazily(() => import("./TurnMessage.tsx").then((m) => m.TurnMessage));
export const PointBar = lazily(() => import("./PointBar.tsx").then((m) => m.PointBar));
export const StaffChat = lazily(() => import("./StaffChat.tsx").then((m) => m.StaffChat));
export const HeldMessage = lazily(() => import("./HeldMessage.tsx").then((m) => m.HeldMessage));
export const TakenHint = lazily(() => import("./TakenHint.tsx").then((m) => m.TakenHint));
