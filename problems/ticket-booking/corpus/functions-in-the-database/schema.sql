-- ============================================================
--  TICKET BOOKING : TABLES + PROCEDURES        (PostgreSQL 15)
--  Rule   : no application code writes to a TRN_ table directly.
--           Everything goes through the SP_ functions below.
-- ============================================================

create table mst_event (
    event_id       bigint        primary key,
    event_name     varchar(200)  not null,
    venue_name     varchar(200),
    sale_opens_on  timestamptz
);

create table mst_customer (
    customer_id    bigint        primary key,
    full_name      varchar(120)  not null,
    mobile_no      varchar(15)
);

create table trn_seat (
    event_id       bigint        not null references mst_event,
    seat_no        varchar(12)   not null,              -- 'A-14'
    price_paise    bigint        not null default 0,
    seat_status    char(1)       not null default 'A',  -- A available, H held, S sold
    hold_ref       uuid,                                -- who has it now (H) / which hold bought it (S)
    hold_upto      timestamptz,
    constraint pk_seat        primary key (event_id, seat_no),
    constraint ck_seat_status check (seat_status in ('A','H','S')),
    constraint ck_seat_hold   check (seat_status <> 'H' or (hold_ref is not null and hold_upto is not null))
);

create table trn_hold (
    hold_ref       uuid          primary key default gen_random_uuid(),
    event_id       bigint        not null,
    seat_no        varchar(12)   not null,
    customer_id    bigint        not null references mst_customer,
    created_on     timestamptz   not null default now(),
    hold_upto      timestamptz   not null,
    constraint fk_hold_seat foreign key (event_id, seat_no) references trn_seat
);

create table trn_booking (
    booking_no     bigint        generated always as identity primary key,
    hold_ref       uuid          not null references trn_hold,
    event_id       bigint        not null,
    seat_no        varchar(12)   not null,
    customer_id    bigint        not null references mst_customer,
    auth_ref       varchar(64)   not null,              -- gateway authorisation
    capture_flag   char(1)       not null default 'N',  -- N to be captured, Y captured
    booked_on      timestamptz   not null default now(),
    constraint uq_booking_hold unique (hold_ref),           -- one hold, one booking
    constraint uq_booking_seat unique (event_id, seat_no),  -- one seat, one booking, belt and braces
    constraint fk_booking_seat foreign key (event_id, seat_no) references trn_seat
);

create index ix_seat_map on trn_seat (event_id) include (seat_no, seat_status, hold_upto);

-- ------------------------------------------------------------
-- SP_HOLD_SEAT  ->  'OK' | 'TAKEN' | 'NO_SEAT'
-- ------------------------------------------------------------
create or replace function sp_hold_seat(
    p_event_id bigint, p_seat_no varchar, p_customer_id bigint,
    out o_result text, out o_hold_ref uuid, out o_hold_upto timestamptz)
language plpgsql as $$
begin
    o_hold_ref  := gen_random_uuid();
    o_hold_upto := now() + interval '2 minutes';

    update trn_seat s
       set seat_status = 'H',
           hold_ref    = o_hold_ref,
           hold_upto   = o_hold_upto
     where s.event_id = p_event_id
       and s.seat_no  = p_seat_no
       and (s.seat_status = 'A'
            or (s.seat_status = 'H' and s.hold_upto <= now()));

    if found then
        insert into trn_hold (hold_ref, event_id, seat_no, customer_id, hold_upto)
        values (o_hold_ref, p_event_id, p_seat_no, p_customer_id, o_hold_upto);
        o_result := 'OK';
        return;
    end if;

    o_hold_ref := null;  o_hold_upto := null;
    perform 1 from trn_seat s where s.event_id = p_event_id and s.seat_no = p_seat_no;
    if found then o_result := 'TAKEN'; else o_result := 'NO_SEAT'; end if;
end $$;

-- ------------------------------------------------------------
-- SP_CHECK_HOLD ->  'LIVE' | 'BOOKED' | 'EXPIRED' | 'NO_HOLD'
-- read only; called before we trouble the payment gateway
-- ------------------------------------------------------------
create or replace function sp_check_hold(
    p_hold_ref uuid, out o_result text, out o_booking_no bigint)
language plpgsql as $$
declare v_upto timestamptz;
begin
    select b.booking_no into o_booking_no from trn_booking b where b.hold_ref = p_hold_ref;
    if found then o_result := 'BOOKED'; return; end if;

    select h.hold_upto into v_upto from trn_hold h where h.hold_ref = p_hold_ref;
    if not found          then o_result := 'NO_HOLD';
    elsif v_upto <= now() then o_result := 'EXPIRED';
    else                       o_result := 'LIVE';
    end if;
end $$;

-- ------------------------------------------------------------
-- SP_CONFIRM_BOOKING -> 'OK' | 'ALREADY' | 'EXPIRED' | 'NO_HOLD'
-- ------------------------------------------------------------
create or replace function sp_confirm_booking(
    p_hold_ref uuid, p_auth_ref varchar,
    out o_result text, out o_booking_no bigint)
language plpgsql as $$
declare v_hold trn_hold%rowtype;
        v_seat trn_seat%rowtype;
begin
    select * into v_hold from trn_hold h where h.hold_ref = p_hold_ref;
    if not found then o_result := 'NO_HOLD'; return; end if;

    -- everybody who wants to do something to this seat queues here
    select * into v_seat from trn_seat s
     where s.event_id = v_hold.event_id and s.seat_no = v_hold.seat_no
       for update;

    select b.booking_no into o_booking_no from trn_booking b where b.hold_ref = p_hold_ref;
    if found then o_result := 'ALREADY'; return; end if;

    if v_seat.seat_status <> 'H'
       or v_seat.hold_ref is distinct from p_hold_ref
       or v_seat.hold_upto <= clock_timestamp() then
        o_result := 'EXPIRED';
        return;
    end if;

    update trn_seat s set seat_status = 'S'
     where s.event_id = v_hold.event_id and s.seat_no = v_hold.seat_no;

    insert into trn_booking (hold_ref, event_id, seat_no, customer_id, auth_ref)
    values (p_hold_ref, v_hold.event_id, v_hold.seat_no, v_hold.customer_id, p_auth_ref)
    returning booking_no into o_booking_no;

    o_result := 'OK';
end $$;
