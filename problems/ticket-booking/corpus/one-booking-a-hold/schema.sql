-- db/structure.sql (trimmed)
CREATE TABLE public.events (
    id bigserial PRIMARY KEY,
    title character varying NOT NULL,
    on_sale_at timestamp(6) without time zone,
    created_at timestamp(6) without time zone DEFAULT now() NOT NULL,
    updated_at timestamp(6) without time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.seats (
    id bigserial PRIMARY KEY,
    event_id bigint NOT NULL,
    "row" character varying NOT NULL,
    number integer NOT NULL,
    price_in_cents integer DEFAULT 0 NOT NULL,
    created_at timestamp(6) without time zone DEFAULT now() NOT NULL,
    updated_at timestamp(6) without time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.seat_holds (
    id bigserial PRIMARY KEY,
    seat_id bigint NOT NULL,
    customer_email character varying NOT NULL,
    expires_at timestamp(6) without time zone NOT NULL,
    confirmed_at timestamp(6) without time zone,
    released_at timestamp(6) without time zone,
    created_at timestamp(6) without time zone DEFAULT now() NOT NULL,
    updated_at timestamp(6) without time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.bookings (
    id bigserial PRIMARY KEY,
    seat_hold_id bigint NOT NULL,
    seat_id bigint NOT NULL,
    reference character varying NOT NULL,
    charge_id character varying,
    created_at timestamp(6) without time zone DEFAULT now() NOT NULL,
    updated_at timestamp(6) without time zone DEFAULT now() NOT NULL
);

CREATE UNIQUE INDEX index_seats_on_event_id_and_row_and_number ON public.seats USING btree (event_id, "row", number);
CREATE UNIQUE INDEX index_seat_holds_on_seat_id_unreleased ON public.seat_holds USING btree (seat_id) WHERE (released_at IS NULL);
CREATE INDEX index_seat_holds_on_expires_at ON public.seat_holds USING btree (expires_at) WHERE ((released_at IS NULL) AND (confirmed_at IS NULL));
CREATE UNIQUE INDEX index_bookings_on_seat_hold_id ON public.bookings USING btree (seat_hold_id);
CREATE UNIQUE INDEX index_bookings_on_seat_id ON public.bookings USING btree (seat_id);
CREATE UNIQUE INDEX index_bookings_on_reference ON public.bookings USING btree (reference);

ALTER TABLE ONLY public.seats ADD CONSTRAINT fk_rails_1a FOREIGN KEY (event_id) REFERENCES public.events(id);
ALTER TABLE ONLY public.seat_holds ADD CONSTRAINT fk_rails_2b FOREIGN KEY (seat_id) REFERENCES public.seats(id);
ALTER TABLE ONLY public.bookings ADD CONSTRAINT fk_rails_3c FOREIGN KEY (seat_hold_id) REFERENCES public.seat_holds(id);
ALTER TABLE ONLY public.bookings ADD CONSTRAINT fk_rails_4d FOREIGN KEY (seat_id) REFERENCES public.seats(id);
