CREATE TABLE public.urls
(
    url_id integer NOT NULL GENERATED ALWAYS AS IDENTITY ( INCREMENT 1 START 1 ),
    full_url character varying COLLATE pg_catalog."default" NOT NULL,
    url_hash bytea GENERATED ALWAYS AS (sha256(convert_to(full_url::text, 'UTF8'))) STORED,
    alias character varying(32) NOT NULL,
    idempotency_token uuid,
    account character varying(64),
    CONSTRAINT pk_urls PRIMARY KEY (url_id),
    CONSTRAINT uq_urls_alias UNIQUE (alias),
    CONSTRAINT uq_urls_token UNIQUE (idempotency_token)
);
ALTER TABLE IF EXISTS public.urls OWNER to postgres;
COMMENT ON COLUMN public.urls.alias IS 'what comes after the slash';
