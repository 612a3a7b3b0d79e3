import type { InterviewerPolicy, InvitedRole, Role, RoomMode, RoomState } from "@proofroom/domain/room/room";
import type { ColumnType, Generated } from "kysely";
import type { Counter, EventColumns } from "./event-columns.ts";

interface PersonTable {
  id: string;
  name: string;
  created_at: Generated<Date>;
}

interface SessionTable {
  token_hash: string;
  person_id: string;
  /** Slides with every visit, but never beyond `absolute_expires_at`. */
  expires_at: Date;
  absolute_expires_at: Date | null;
  created_at: Generated<Date>;
}

interface RoomTable {
  id: string;
  problem: string;
  mode: RoomMode;
  interviewer: InterviewerPolicy;
  state: RoomState;
  owner_id: string;
  last_seq: Counter;
  last_staff_seq: Counter;
  last_note_seq: Counter;
  created_at: Generated<Date>;
  ended_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
}

interface MemberTable {
  room_id: string;
  person_id: string;
  role: Role;
  name: string;
  hue: number;
  joined_at: Generated<Date>;
  removed_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
}

interface InviteTable {
  id: string;
  room_id: string;
  token_hash: string;
  role: InvitedRole;
  created_by: string;
  created_at: Generated<Date>;
  expires_at: Date;
  used_by: string | null;
  used_at: Date | null;
  revoked_at: Date | null;
}

interface RoomEventTable extends EventColumns {
  room_id: string;
}

/** The tables of people, sessions, rooms, members, invites and what rooms keep (migration 0001). */
export interface PeopleTables {
  person: PersonTable;
  session: SessionTable;
  room: RoomTable;
  member: MemberTable;
  invite: InviteTable;
  room_event: RoomEventTable;
  staff_event: RoomEventTable;
}
