import type { Report } from "@proofroom/domain/interview/report/report";
import type { VoiceName } from "@proofroom/domain/interview/speech";
import type { ColumnType, Generated } from "kysely";
import type { EventColumns } from "./event-columns.ts";

type Nullable<T> = ColumnType<T | null, T | null | undefined, T | null>;
type NullableJson = ColumnType<unknown, string | null | undefined, string | null>;
/** `numeric` is read as a string and may be written as a number. */
type Money = ColumnType<string, number | string, number | string>;

interface InterviewNoteTable extends EventColumns {
  room_id: string;
}

interface AiTurnTable {
  id: string;
  room_id: string;
  person_id: Nullable<string>;
  role: "live" | "evaluation" | "review" | "explain" | "moderation" | "summary";
  prompt_hash: string;
  prompt_version: string;
  model: string;
  effort: Nullable<string>;
  request_id: Nullable<string>;
  usage: ColumnType<Record<string, number>, string, string>;
  cost_usd: Money;
  latency_millis: number;
  stop_reason: Nullable<string>;
  doc_versions: NullableJson;
  tool_calls: NullableJson;
  text: Nullable<string>;
  interrupted: Generated<boolean>;
  leak_blocked: Generated<boolean>;
  error: Nullable<string>;
  at: Generated<Date>;
}

interface AiReservationTable {
  id: string;
  room_id: string;
  person_id: Nullable<string>;
  role: string;
  usd: Money;
  expires_at: Date;
  at: Generated<Date>;
}

interface ReportTable {
  room_id: string;
  status: "writing" | "ready" | "failed";
  attempt: Generated<number>;
  step: Nullable<string>;
  done: Generated<number>;
  of: Generated<number>;
  reason: Nullable<string>;
  voice: VoiceName;
  body: ColumnType<Report | null, string | null | undefined, string | null>;
  started_at: Generated<Date>;
  finished_at: Nullable<Date>;
}

interface ReportStepTable {
  room_id: string;
  attempt: number;
  step: string;
  output: ColumnType<unknown, string, string>;
}

interface SelfMarkTable {
  room_id: string;
  item: string;
  level: number;
  at: Generated<Date>;
}

interface HeldMessageTable {
  id: string;
  room_id: string;
  person_id: string;
  message_id: string;
  channel: "room" | "staff";
  answers: Nullable<number>;
  text: string;
  reason: string;
  at: Generated<Date>;
  decided_by: Nullable<string>;
  decision: Nullable<"released" | "refused">;
  decided_at: Nullable<Date>;
}

/** The tables of the interviewer (migrations 0004 and 0006). */
export interface InterviewTables {
  interview_note: InterviewNoteTable;
  ai_turn: AiTurnTable;
  ai_reservation: AiReservationTable;
  report: ReportTable;
  report_step: ReportStepTable;
  self_mark: SelfMarkTable;
  held_message: HeldMessageTable;
}
