/** What may be spent on models, in US dollars, and how fast. The only place where these numbers stand. */
export interface AiBudget {
  /** For one room, from its start to its report. */
  roomUsd: number;
  /** The part of it that the talk in the room may use; what is left writes the report. */
  talkUsd: number;
  /** For one person in all rooms together, from midnight to midnight UTC. */
  personDayUsd: number;
  /** The share from which on the cheaper model answers. */
  cheaperFrom: number;
  /** In one room. A turn with several requests counts once. */
  turnsPerMinute: number;
  /** How long a reservation holds that was never settled, because its process was killed. */
  reservationMinutes: number;
  /** After which the words of a turn are forgotten; its figures stay. */
  textDays: number;
}

export const aiBudget: AiBudget = {
  roomUsd: 1.5,
  talkUsd: 1,
  personDayUsd: 5,
  cheaperFrom: 0.8,
  turnsPerMinute: 12,
  reservationMinutes: 10,
  textDays: 30,
};
