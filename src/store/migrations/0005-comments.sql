-- 批注: what is said of a plan while it is drawn and decided. It belongs to the file of the plan and is never changed or
-- taken away. A line is known by its number in the version that was read, and by the digest of what it says, so that it is
-- found again where it stands now. `return` is 退回: an approver gives the plan back with his reason.
create table plan_comment (
  county_id text not null,
  plan_id text not null,
  comment_no int not null check (comment_no > 0),
  kind text not null check (kind in ('remark', 'question', 'return', 'reply')),
  -- The comment that a reply answers.
  reply_to int,
  version int not null,
  line int check (line > 0),
  line_digest text,
  text text not null check (length(text) between 1 and 2000),
  author text not null,
  at text not null,
  resolved_by text,
  resolved_at text,
  primary key (county_id, plan_id, comment_no),
  foreign key (county_id, plan_id, version) references draft_version (county_id, plan_id, version),
  foreign key (county_id, plan_id, reply_to) references plan_comment (county_id, plan_id, comment_no),
  check ((kind = 'reply') = (reply_to is not null)),
  check ((line is null) = (line_digest is null)),
  check ((resolved_by is null) = (resolved_at is null)),
  -- A reply stands where the comment stands that it answers, and is settled with it.
  check (reply_to is null or (line is null and resolved_at is null))
);

grant select, insert on plan_comment to sanding_app;
grant update (resolved_by, resolved_at) on plan_comment to sanding_app;
