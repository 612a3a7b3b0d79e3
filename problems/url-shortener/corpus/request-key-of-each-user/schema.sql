-- db/structure.sql (trimmed)
CREATE TABLE public.users (
    id bigserial NOT NULL,
    email character varying NOT NULL,
    api_token character varying NOT NULL,
    created_at timestamp(6) without time zone NOT NULL DEFAULT now(),
    updated_at timestamp(6) without time zone NOT NULL DEFAULT now(),
    CONSTRAINT users_pkey PRIMARY KEY (id)
);

CREATE TABLE public.links (
    id bigserial NOT NULL,
    user_id bigint NOT NULL,
    slug character varying(12) NOT NULL,
    target_url text NOT NULL,
    request_key character varying(64) NOT NULL,
    clicks_count bigint DEFAULT 0 NOT NULL,
    created_at timestamp(6) without time zone NOT NULL DEFAULT now(),
    updated_at timestamp(6) without time zone NOT NULL DEFAULT now(),
    CONSTRAINT links_pkey PRIMARY KEY (id)
);

CREATE UNIQUE INDEX index_users_on_api_token ON public.users USING btree (api_token);
CREATE UNIQUE INDEX index_links_on_slug ON public.links USING btree (slug);
CREATE UNIQUE INDEX index_links_on_user_id_and_request_key ON public.links USING btree (user_id, request_key);
CREATE INDEX index_links_on_user_id_and_created_at ON public.links USING btree (user_id, created_at DESC);

ALTER TABLE ONLY public.links
    ADD CONSTRAINT fk_rails_5a1bd8 FOREIGN KEY (user_id) REFERENCES public.users(id);
