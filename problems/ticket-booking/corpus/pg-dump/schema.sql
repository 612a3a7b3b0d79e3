--
-- PostgreSQL database dump
--
SET statement_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

CREATE TABLE public.seats (
    id bigint NOT NULL,
    event_id bigint NOT NULL,
    label character varying(8) NOT NULL
);
ALTER TABLE public.seats OWNER TO app;
CREATE SEQUENCE public.seats_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1;
ALTER SEQUENCE public.seats_id_seq OWNED BY public.seats.id;

CREATE TABLE public.seat_holds (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    seat_id bigint NOT NULL,
    user_id bigint NOT NULL,
    held_until timestamp with time zone NOT NULL
);
ALTER TABLE public.seat_holds OWNER TO app;

CREATE TABLE public.bookings (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    seat_id bigint NOT NULL,
    user_id bigint NOT NULL,
    request_key uuid,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE public.bookings OWNER TO app;

ALTER TABLE ONLY public.seats ALTER COLUMN id SET DEFAULT nextval('public.seats_id_seq'::regclass);
ALTER TABLE ONLY public.seats ADD CONSTRAINT seats_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.seat_holds ADD CONSTRAINT seat_holds_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.seat_holds ADD CONSTRAINT seat_holds_seat_id_key UNIQUE (seat_id);
ALTER TABLE ONLY public.bookings ADD CONSTRAINT bookings_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.bookings ADD CONSTRAINT bookings_seat_id_key UNIQUE (seat_id);
ALTER TABLE ONLY public.bookings ADD CONSTRAINT bookings_request_key_key UNIQUE (request_key);
ALTER TABLE ONLY public.seat_holds ADD CONSTRAINT seat_holds_seat_id_fkey FOREIGN KEY (seat_id) REFERENCES public.seats(id);
ALTER TABLE ONLY public.bookings ADD CONSTRAINT bookings_seat_id_fkey FOREIGN KEY (seat_id) REFERENCES public.seats(id);
GRANT SELECT ON TABLE public.bookings TO reporting;
--
-- PostgreSQL database dump complete
--
