CREATE TABLE sessoes (
  id SERIAL PRIMARY KEY,
  filme TEXT NOT NULL,
  inicio TIMESTAMPTZ NOT NULL
);

CREATE TABLE assentos (
  id SERIAL PRIMARY KEY,
  sessao_id INTEGER NOT NULL REFERENCES sessoes (id),
  fileira TEXT NOT NULL,
  numero INTEGER NOT NULL,
  UNIQUE (sessao_id, fileira, numero)
);

CREATE TABLE reservas (
  id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
  assento_id INTEGER NOT NULL UNIQUE REFERENCES assentos (id),
  cliente_id INTEGER NOT NULL,
  situacao TEXT NOT NULL DEFAULT 'pendente' CHECK (situacao IN ('pendente', 'confirmada')),
  expira_em TIMESTAMPTZ NOT NULL,
  chave_idempotencia UUID UNIQUE
);
