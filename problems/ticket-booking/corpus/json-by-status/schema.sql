CREATE TABLE usuarios (
  id bigint generated always as identity PRIMARY KEY,
  nome VARCHAR(120) NOT NULL,
  email VARCHAR(180) NOT NULL UNIQUE
);

CREATE TABLE eventos (
  id bigint generated always as identity PRIMARY KEY,
  nome VARCHAR(200) NOT NULL,
  data_evento timestamptz NOT NULL
);

CREATE TABLE assentos (
  id bigint generated always as identity PRIMARY KEY,
  evento_id BIGINT NOT NULL check (evento_id >= 0),
  fila VARCHAR(5) NOT NULL,
  numero INT NOT NULL,
  preco DECIMAL(10,2) NOT NULL,
  unique (evento_id, fila, numero),
  FOREIGN KEY (evento_id) REFERENCES eventos(id)
);

CREATE TABLE reservas (
  id bigint generated always as identity PRIMARY KEY,
  assento_id BIGINT NOT NULL check (assento_id >= 0),
  usuario_id BIGINT NOT NULL check (usuario_id >= 0),
  criada_em timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
  expira_em timestamptz NOT NULL,
  FOREIGN KEY (assento_id) REFERENCES assentos(id),
  FOREIGN KEY (usuario_id) REFERENCES usuarios(id)
);

CREATE TABLE compras (
  id bigint generated always as identity PRIMARY KEY,
  reserva_id BIGINT NOT NULL check (reserva_id >= 0),
  assento_id BIGINT NOT NULL check (assento_id >= 0),
  usuario_id BIGINT NOT NULL check (usuario_id >= 0),
  pagamento_id VARCHAR(80) NOT NULL,
  status_pagamento text check (status_pagamento in ('autorizado','capturado')) NOT NULL DEFAULT 'autorizado',
  criada_em timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
  unique (reserva_id),
  unique (assento_id),
  FOREIGN KEY (reserva_id) REFERENCES reservas(id),
  FOREIGN KEY (assento_id) REFERENCES assentos(id),
  FOREIGN KEY (usuario_id) REFERENCES usuarios(id)
);

create index on reservas (assento_id, expira_em);
