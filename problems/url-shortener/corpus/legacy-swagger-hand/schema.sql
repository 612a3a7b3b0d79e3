--
-- PostgreSQL database dump
--

SET statement_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET search_path = public, pg_catalog;

CREATE TABLE public.url_mapping (
    url_mapping_id integer NOT NULL,
    token character varying(10) NOT NULL,
    href text NOT NULL,
    request_token character varying(64),
    created timestamp without time zone DEFAULT now() NOT NULL
);

CREATE SEQUENCE public.url_mapping_url_mapping_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER TABLE ONLY public.url_mapping ALTER COLUMN url_mapping_id SET DEFAULT nextval('public.url_mapping_url_mapping_id_seq'::regclass);

ALTER TABLE ONLY public.url_mapping
    ADD CONSTRAINT url_mapping_pkey PRIMARY KEY (url_mapping_id);

ALTER TABLE ONLY public.url_mapping
    ADD CONSTRAINT url_mapping_token_key UNIQUE (token);

ALTER TABLE ONLY public.url_mapping
    ADD CONSTRAINT url_mapping_request_token_key UNIQUE (request_token);

GRANT SELECT, INSERT ON TABLE public.url_mapping TO app;
