import { say } from '../../kernel/text.ts'

/** 数据分类: how closely a column is kept, from the least to the most. */
export const columnClassNames = {
  public: say('公开', 'public'),
  internal: say('内部', 'internal'),
  personal: say('个人信息', 'personal'),
  sensitive: say('敏感', 'sensitive'),
} as const
export type ColumnClass = keyof typeof columnClassNames

type Classes = Readonly<Partial<Record<ColumnClass, readonly string[]>>>

/**
 * The class of every column of every table. personal: about somebody, or who did something · sensitive: may harm when it
 * gets out (个人信息保护法 第二十八条), or opens a door. A test holds it against the live catalogue.
 */
export const columnClasses: Readonly<Record<string, Classes>> = {
  account: {
    internal: ['county_id', 'account_id', 'must_change_password', 'is_demo', 'disabled_at', 'created_at'],
    personal: ['username', 'display_name', 'person_id', 'created_by'],
    sensitive: ['password_hash', 'totp_secret', 'totp_confirmed_at', 'totp_last_step'],
  },
  answer: { internal: ['county_id', 'key', 'request_hash', 'answer', 'at'] },
  approval: {
    internal: [
      'county_id',
      'plan_id',
      'approval_no',
      'version',
      'plan_digest',
      'register_digest',
      'rules_digest',
      'base_seq',
      'base_hash',
      'certificate',
      'document',
      'held_on',
      'at',
      'withdrawn_at',
      'withdrawn_because',
      'withdrawn_by_version',
      'applied_at',
      'applied_from',
      'applied_to',
    ],
    personal: ['approved_by', 'withdrawn_by'],
  },
  audit: {
    internal: ['county_id', 'seq', 'at', 'action', 'detail', 'prev', 'hash'],
    personal: ['actor', 'subject'],
  },
  county: { public: ['county_id', 'name_zh', 'name_en', 'head_seq', 'head_hash', 'opened_at'] },
  draft: { internal: ['county_id', 'plan_id', 'version', 'state', 'created_at'], personal: ['created_by'] },
  draft_stage: {
    internal: [
      'county_id',
      'plan_id',
      'stage_no',
      'stage',
      'version',
      'document',
      'held_on',
      'at',
      'lapsed_at',
    ],
    personal: ['recorded_by'],
  },
  draft_version: {
    internal: ['county_id', 'plan_id', 'version', 'kind', 'origin', 'title', 'text', 'digest', 'note', 'at'],
    personal: ['author'],
  },
  entry: {
    internal: [
      'county_id',
      'seq',
      'recorded_at',
      'effective_on',
      'operation',
      'authority',
      'plan',
      'line',
      'corrects',
      'prev',
      'hash',
    ],
    personal: ['fields'],
  },
  migration: { public: ['version', 'name', 'sha256', 'applied_at'] },
  oidc_attempt: {
    internal: ['county_id', 'provider', 'started_at'],
    sensitive: ['state_hash', 'verifier', 'nonce'],
  },
  oidc_link: { internal: ['county_id', 'issuer', 'home_county'], personal: ['subject', 'account_id'] },
  opening: { internal: ['county_id', 'table_name', 'header', 'digest'], personal: ['rows'] },
  outbox: { internal: ['county_id', 'seq', 'kind', 'payload', 'at'] },
  pending_sign_in: {
    internal: ['county_id', 'method'],
    personal: ['account_id', 'started_at'],
    sensitive: ['token_hash'],
  },
  person_erasure: {
    internal: ['county_id', 'erased_at', 'document', 'reopened_at', 'reopened_document'],
    personal: ['person_id', 'erased_by', 'reason', 'reopened_by'],
  },
  person_file: {
    internal: ['county_id', 'person_id', 'version', 'updated_at'],
    personal: ['name', 'phone'],
    sensitive: ['identity_number', 'appraisal'],
  },
  plan_comment: {
    internal: [
      'county_id',
      'plan_id',
      'comment_no',
      'kind',
      'reply_to',
      'version',
      'line',
      'line_digest',
      'text',
      'at',
      'resolved_at',
    ],
    personal: ['author', 'resolved_by'],
  },
  policy: { public: ['county_id', 'name', 'text', 'sha256'] },
  role_grant: {
    internal: ['county_id', 'grant_id', 'role', 'over_county', 'unit', 'state', 'proposed_at', 'decided_at'],
    personal: ['account_id', 'proposed_by', 'decided_by'],
  },
  session: {
    internal: ['county_id', 'has_second_factor', 'created_at', 'expires_at'],
    personal: ['account_id', 'last_seen_at'],
    sensitive: ['token_hash'],
  },
  sign_in_failure: { internal: ['county_id', 'failures', 'last_at'], personal: ['subject'] },
  sign_in_name: { internal: ['county_id', 'home_county'], personal: ['username', 'account_id'] },
}

/** The class of a column; sensitive when nobody has said. */
export const classOf = (table: string, column: string): ColumnClass =>
  (Object.keys(columnClassNames) as ColumnClass[]).find((name) =>
    columnClasses[table]?.[name]?.includes(column),
  ) ?? 'sensitive'
