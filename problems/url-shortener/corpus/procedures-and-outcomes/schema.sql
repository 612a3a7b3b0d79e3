/* =====================================================================
   URLSHORT schema.  PostgreSQL 14+.
   RULE: the application role has EXECUTE on the procedures below and
   NOTHING else. No SELECT, no INSERT on tables. All logic is here.
   ===================================================================== */

CREATE TABLE t_url_mst (
    url_id      BIGINT GENERATED ALWAYS AS IDENTITY,
    short_cd    VARCHAR(7)    NOT NULL,
    long_url    VARCHAR(2083) NOT NULL,
    user_id     VARCHAR(64)   NOT NULL,
    req_id      VARCHAR(64)   NOT NULL,
    crt_dt      TIMESTAMPTZ   NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT pk_url_mst      PRIMARY KEY (url_id),
    CONSTRAINT uk_url_mst_cd   UNIQUE (short_cd),
    CONSTRAINT uk_url_mst_req  UNIQUE (user_id, req_id)
);

CREATE INDEX ix_url_mst_user ON t_url_mst (user_id, url_id DESC);

/* ---- 7 characters, no look-alikes (no 0 1 i l o), lower case only ---- */
CREATE OR REPLACE FUNCTION fn_gen_code() RETURNS VARCHAR LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    c_alpha CONSTANT TEXT := '23456789abcdefghjkmnpqrstuvwxyz';   -- 31
    v_cd    TEXT := '';
BEGIN
    FOR i IN 1..7 LOOP
        v_cd := v_cd || substr(c_alpha, 1 + floor(random() * 31)::int, 1);
    END LOOP;
    RETURN v_cd;
END $$;

/* ---- is it a URL? ---- */
CREATE OR REPLACE FUNCTION fn_is_url(p_url TEXT) RETURNS BOOLEAN LANGUAGE sql IMMUTABLE AS $$
    SELECT p_url IS NOT NULL
       AND length(p_url) <= 2083
       AND p_url ~* '^https?://[^\s/?#]+([/?#]\S*)?$';
$$;

/* ---- SHORTEN ----
   o_status:  'NEW'   link was created now
              'OLD'   same request came before, same link returned
              'DIFF'  same request id was used with another url
              'BAD'   not a url / request id missing
              'FULL'  could not find a free code in 10 attempts            */
CREATE OR REPLACE FUNCTION sp_shorten(
    p_user_id IN VARCHAR, p_req_id IN VARCHAR, p_url IN TEXT,
    o_status OUT VARCHAR, o_code OUT VARCHAR)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER AS $$
DECLARE
    v_url TEXT;
BEGIN
    IF NOT fn_is_url(p_url) OR coalesce(p_req_id, '') = '' THEN
        o_status := 'BAD'; RETURN;
    END IF;

    FOR i IN 1..10 LOOP
        INSERT INTO t_url_mst (short_cd, long_url, user_id, req_id)
        VALUES (fn_gen_code(), p_url, p_user_id, p_req_id)
        ON CONFLICT DO NOTHING                       -- either unique key
        RETURNING short_cd INTO o_code;

        IF FOUND THEN
            o_status := 'NEW'; RETURN;
        END IF;

        -- which of the two keys was it?
        SELECT short_cd, long_url INTO o_code, v_url
          FROM t_url_mst WHERE user_id = p_user_id AND req_id = p_req_id;

        IF FOUND THEN
            IF v_url = p_url THEN o_status := 'OLD';
            ELSE o_status := 'DIFF'; o_code := NULL;
            END IF;
            RETURN;
        END IF;
        -- it was the code: generate another one
    END LOOP;
    o_status := 'FULL';
END $$;

/* ---- OPEN: NULL when there is no such code ---- */
CREATE OR REPLACE FUNCTION fn_open(p_code IN TEXT) RETURNS TEXT
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT long_url FROM t_url_mst WHERE short_cd = lower(p_code);
$$;

/* ---- LIST, newest first, p_before = url_id of last row seen or NULL ---- */
CREATE OR REPLACE FUNCTION fn_list(p_user_id IN VARCHAR, p_before IN BIGINT, p_rows IN INT)
RETURNS TABLE (url_id BIGINT, short_cd VARCHAR, long_url VARCHAR, crt_dt TIMESTAMPTZ)
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT m.url_id, m.short_cd, m.long_url, m.crt_dt
      FROM t_url_mst m
     WHERE m.user_id = p_user_id
       AND (p_before IS NULL OR m.url_id < p_before)
     ORDER BY m.url_id DESC
     LIMIT least(coalesce(p_rows, 25), 100);
$$;

-- REVOKE ALL ON t_url_mst FROM app_role; GRANT EXECUTE ON FUNCTION sp_shorten, fn_open, fn_list TO app_role;
