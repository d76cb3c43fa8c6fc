-- Plans while they are drawn and decided. A version is never changed: an edit is a further version. How far the plan
-- has come (`state`) moves as the table in src/reform/approval-chain.ts says, in the transaction that moves it.
create table draft (
  county_id text not null references county (county_id),
  plan_id text not null,
  version int not null check (version > 0),
  state text not null default 'drafted'
    check (state in ('drafted', 'initiated', 'argued', 'approved', 'carried-out', 'withdrawn')),
  created_by text not null,
  created_at text not null,
  primary key (county_id, plan_id)
);

create table draft_version (
  county_id text not null,
  plan_id text not null,
  version int not null check (version > 0),
  kind text not null check (kind in ('imported', 'written', 'restored', 'adopted', 'recorded')),
  -- The version it restores, or the last record of the journal that it adopts.
  origin bigint,
  title text not null,
  text text not null,
  digest text not null,
  author text not null,
  note text not null default '',
  at text not null,
  primary key (county_id, plan_id, version),
  foreign key (county_id, plan_id) references draft (county_id, plan_id)
);

-- 动议 → 论证 → 审议决定 → 组织实施: each stage with its document and day, for the version that it was taken on. A stage
-- that a later edit or withdrawal took back stays on record as lapsed.
create table draft_stage (
  county_id text not null,
  plan_id text not null,
  stage_no int not null check (stage_no > 0),
  stage text not null check (stage in ('initiation', 'argument', 'decision', 'implementation')),
  version int not null,
  document text not null,
  held_on date not null,
  recorded_by text not null,
  at text not null,
  lapsed_at text,
  primary key (county_id, plan_id, stage_no),
  foreign key (county_id, plan_id, version) references draft_version (county_id, plan_id, version)
);

-- What was approved, exactly: the register, the plan and the rules by their digests, and the certificate that binds them.
create table approval (
  county_id text not null,
  plan_id text not null,
  approval_no int not null check (approval_no > 0),
  version int not null,
  plan_digest text not null,
  register_digest text not null,
  rules_digest text not null,
  base_seq bigint not null,
  base_hash text not null check (length(base_hash) = 64),
  certificate jsonb not null,
  document text not null,
  held_on date not null,
  approved_by text not null,
  at text not null,
  -- Withdrawn by an approver, or by the edit that made another text of the plan (`withdrawn_by_version`).
  withdrawn_by text,
  withdrawn_at text,
  withdrawn_because text,
  withdrawn_by_version int,
  applied_at text,
  applied_from bigint,
  applied_to bigint,
  primary key (county_id, plan_id, approval_no),
  foreign key (county_id, plan_id, version) references draft_version (county_id, plan_id, version),
  check (withdrawn_at is null or applied_at is null)
);

grant select, insert on draft, draft_version, draft_stage, approval to sanding_app;
grant update (version, state) on draft to sanding_app;
grant update (lapsed_at) on draft_stage to sanding_app;
grant update (withdrawn_by, withdrawn_at, withdrawn_because, withdrawn_by_version, applied_at, applied_from, applied_to) on approval to sanding_app;
