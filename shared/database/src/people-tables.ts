// The tables of people, sessions, rooms, members, invites and room events (migration 0001).
export interface PeopleTables {}
