-- Accounts, rights and sessions. `county_id` is the county that keeps the account; `-` is the installation itself.
-- The installation has an audit chain and answers of its own, so that neither refers to a county any more.
alter table audit drop constraint audit_county_id_fkey;
alter table answer drop constraint answer_county_id_fkey;
-- An answer is given again with the same characters, so it is kept with them.
alter table answer alter column answer type json;

create table account (
  county_id text not null,
  account_id text not null,
  username text not null,
  display_name text not null,
  password_hash text,
  must_change_password boolean not null default false,
  totp_secret text,
  totp_confirmed_at timestamptz,
  totp_last_step bigint,
  person_id text,
  is_demo boolean not null default false,
  disabled_at timestamptz,
  created_by text not null,
  created_at timestamptz not null default now(),
  primary key (county_id, account_id)
);

-- A name to sign in with is one in the whole installation: whoever signs in need not name a county.
create table sign_in_name (
  county_id text not null check (county_id = '-'),
  username text not null,
  home_county text not null,
  account_id text not null,
  primary key (county_id, username)
);

-- Who a provider of identities says somebody is, and the account that an administrator linked it to.
create table oidc_link (
  county_id text not null check (county_id = '-'),
  issuer text not null,
  subject text not null,
  home_county text not null,
  account_id text not null,
  primary key (county_id, issuer, subject)
);

-- A token is known to its bearer only; here is its SHA-256.
create table session (
  county_id text not null,
  token_hash text not null,
  account_id text not null,
  has_second_factor boolean not null,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  primary key (county_id, token_hash),
  foreign key (county_id, account_id) references account (county_id, account_id)
);

create index session_by_account on session (county_id, account_id);

-- Who has shown a password and still owes the second factor. No right comes with it.
create table pending_sign_in (
  county_id text not null,
  token_hash text not null,
  account_id text not null,
  method text not null,
  started_at timestamptz not null default now(),
  primary key (county_id, token_hash),
  foreign key (county_id, account_id) references account (county_id, account_id)
);

-- Proposed by one, decided by another, and never by the one it is for. `over_county` is a county, or `*` for all.
create table role_grant (
  county_id text not null,
  grant_id text not null,
  account_id text not null,
  role text not null,
  over_county text not null,
  unit text,
  state text not null check (state in ('proposed', 'granted', 'refused', 'revoked')),
  proposed_by text not null,
  proposed_at timestamptz not null default now(),
  decided_by text,
  decided_at timestamptz,
  primary key (county_id, grant_id),
  foreign key (county_id, account_id) references account (county_id, account_id),
  check (state = 'proposed' or decided_by is not null),
  check (decided_by <> proposed_by or state = 'revoked')
);

create index role_grant_by_account on role_grant (county_id, account_id);

-- Failures of one name at one address, or of an address; `subject` is a hash, so that no name stands here.
create table sign_in_failure (
  county_id text not null check (county_id = '-'),
  subject text not null,
  failures int not null,
  last_at timestamptz not null,
  primary key (county_id, subject)
);

create table oidc_attempt (
  county_id text not null check (county_id = '-'),
  state_hash text not null,
  provider text not null,
  verifier text not null,
  nonce text not null,
  started_at timestamptz not null default now(),
  primary key (county_id, state_hash)
);

grant select, insert, update on account, role_grant to sanding_app;
grant select, insert on sign_in_name to sanding_app;
grant select, insert, delete on oidc_link to sanding_app;
grant select, insert, update, delete on session, pending_sign_in, sign_in_failure, oidc_attempt to sanding_app;
