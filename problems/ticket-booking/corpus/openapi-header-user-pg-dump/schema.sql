--
-- PostgreSQL database dump
--

-- Dumped from database version 15.4 (Debian 15.4-1.pgdg120+1)
-- Dumped by pg_dump version 15.4 (Debian 15.4-1.pgdg120+1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET default_tablespace = '';
SET default_table_access_method = heap;

--
-- Name: holds; Type: TABLE; Schema: public; Owner: tickets
--

CREATE TABLE public.holds (
    token uuid DEFAULT gen_random_uuid() NOT NULL,
    seat_id integer NOT NULL,
    user_id character varying(64) NOT NULL,
    expires_at timestamp with time zone NOT NULL
);

ALTER TABLE public.holds OWNER TO tickets;

--
-- Name: orders; Type: TABLE; Schema: public; Owner: tickets
--

CREATE TABLE public.orders (
    id integer NOT NULL,
    seat_id integer NOT NULL,
    user_id character varying(64),
    idempotency_key character varying(64),
    created_at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE public.orders OWNER TO tickets;

CREATE SEQUENCE public.orders_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER TABLE public.orders_id_seq OWNER TO tickets;
ALTER SEQUENCE public.orders_id_seq OWNED BY public.orders.id;

--
-- Name: seats; Type: TABLE; Schema: public; Owner: tickets
--

CREATE TABLE public.seats (
    id integer NOT NULL,
    event_id integer NOT NULL,
    section character varying(20) NOT NULL,
    seat_no character varying(6) NOT NULL
);

ALTER TABLE public.seats OWNER TO tickets;

ALTER TABLE ONLY public.orders ALTER COLUMN id SET DEFAULT nextval('public.orders_id_seq'::regclass);

ALTER TABLE ONLY public.holds
    ADD CONSTRAINT holds_pkey PRIMARY KEY (token);

ALTER TABLE ONLY public.holds
    ADD CONSTRAINT holds_seat_id_key UNIQUE (seat_id);

ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_idempotency_key_key UNIQUE (idempotency_key);

ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_seat_id_key UNIQUE (seat_id);

ALTER TABLE ONLY public.seats
    ADD CONSTRAINT seats_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.holds
    ADD CONSTRAINT holds_seat_id_fkey FOREIGN KEY (seat_id) REFERENCES public.seats(id);

ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_seat_id_fkey FOREIGN KEY (seat_id) REFERENCES public.seats(id);

--
-- PostgreSQL database dump complete
--
