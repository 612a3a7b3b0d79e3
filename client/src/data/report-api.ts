import type { RoomId } from "@proofroom/domain/id";
import type { DebriefItem } from "@proofroom/domain/interview/report/report";
import { answerOf } from "./answer.ts";
import { api } from "./api.ts";

export type SelfMark = NonNullable<DebriefItem["selfMark"]>;

const { report } = api.rooms[":room"];

export const fetchReport = (room: RoomId) => answerOf(report.$get({ param: { room } }), (r) => r.json());
export const retryReport = (room: RoomId) => answerOf(report.retry.$post({ param: { room } }), (r) => r.json());
export const markSelf = (room: RoomId, item: string, level: SelfMark) =>
  answerOf(report["self-marks"][":item"].$put({ param: { room, item }, json: { level } }), () => Promise.resolve());

/** Where the report is downloaded from; the server names the file. */
export const exportPath = (room: RoomId, format: "html" | "json"): string =>
  report.export.$path({ param: { room }, query: { format } });
