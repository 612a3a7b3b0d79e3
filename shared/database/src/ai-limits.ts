import { type RawBuilder, sql } from "kysely";
import type { AiBudget } from "./ai-budget.ts";
import type { AiPurse } from "./ai-turn.ts";

/** When a person's day began. */
export const midnight = sql`date_trunc('day', now() at time zone 'utc') at time zone 'utc'`;

/**
 * A query for one row, none where the room is gone: `policy`; `remaining`, what this purse may still spend; `share`, how
 * much of its tightest budget is gone; `turns` begun in the last minute. What is reserved counts as spent.
 *
 * A turn ends with the one request that asks for no further tool, so those and the ones under way count the turns.
 */
export function limitsOf(budget: AiBudget, { roomId, personId, purpose }: AiPurse): RawBuilder<unknown> {
  const isTalk = purpose !== "evaluation" && purpose !== "summary";
  return sql`
    select r.interviewer as policy, turns.begun as turns,
      least(${budget.roomUsd}::numeric - book.whole,
        case when ${isTalk} then ${budget.talkUsd}::numeric - book.talk end,
        ${budget.personDayUsd}::numeric - person.day) as remaining,
      greatest(case when ${isTalk} then book.talk / ${budget.talkUsd}::numeric else book.whole / ${budget.roomUsd}::numeric end,
        person.day / ${budget.personDayUsd}::numeric) as share
    from room r
    cross join lateral (
      select coalesce(sum(usd), 0) as whole,
        coalesce(sum(usd) filter (where role not in ('evaluation', 'summary')), 0) as talk
      from (
        select role, cost_usd as usd from ai_turn where room_id = r.id
        union all
        select role, usd from ai_reservation where room_id = r.id and expires_at > now()) entry) book
    cross join lateral (
      select coalesce(sum(usd), 0) as day
      from (
        select cost_usd as usd from ai_turn where person_id = ${personId}::uuid and at >= ${midnight}
        union all
        select usd from ai_reservation where person_id = ${personId}::uuid and expires_at > now()) entry) person
    cross join lateral (
      select (select count(*) from ai_turn where room_id = r.id and role = 'live'
          and stop_reason is distinct from 'tool_use' and at > now() - interval '1 minute')
        + (select count(*) from ai_reservation where room_id = r.id and role = 'live' and expires_at > now()) as begun) turns
    where r.id = ${roomId}`;
}
