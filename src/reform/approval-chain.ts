import type { Finding } from '../kernel/finding.ts'
import { say, type Text } from '../kernel/text.ts'
import type { Stage } from './plan.ts'

/** How far a plan has come: 拟稿 → 动议 → 论证 → 审议决定 → 组织实施, or with its approval withdrawn (撤回批准). */
export type DraftState = 'drafted' | 'initiated' | 'argued' | 'approved' | 'carried-out' | 'withdrawn'

/**
 * What can happen to it. `edit`: a text that says something else · `restate`: a text that says the same (comments,
 * layout, the record of the stages) · `adopt`: the register of now becomes the one that the plan is drawn for · `return`:
 * 退回, the approver gives the text back with his reason; it moves nothing, and the text cannot be approved until it is answered.
 */
export type ChainEvent =
  | 'initiate'
  | 'argue'
  | 'approve'
  | 'withdraw'
  | 'carry-out'
  | 'edit'
  | 'restate'
  | 'adopt'
  | 'return'

/** The next state, or why there is none. */
type Cell = DraftState | { readonly refuse: Refusal }
type Refusal =
  | 'takenUpAlready'
  | 'notTakenUp'
  | 'arguedAlready'
  | 'notArgued'
  | 'approvedAlready'
  | 'approvedStands'
  | 'notApproved'
  | 'carriedOut'

const no = (refuse: Refusal): Cell => ({ refuse })

/**
 * The lifecycle of a plan (机构编制工作条例 2019, chapters 3–6), state by event. Its one rule for edits: the initiation is
 * about the matter and stands for every text; the argument is about what the plan says and lapses when it says
 * something else; the decision is about the very characters and the very register, and lapses with either.
 */
export const lifecycle: Readonly<Record<DraftState, Readonly<Record<ChainEvent, Cell>>>> = {
  drafted: {
    initiate: 'initiated',
    argue: no('notTakenUp'),
    approve: no('notTakenUp'),
    withdraw: no('notApproved'),
    'carry-out': no('notApproved'),
    edit: 'drafted',
    restate: 'drafted',
    adopt: 'drafted',
    return: no('notTakenUp'),
  },
  initiated: {
    initiate: no('takenUpAlready'),
    argue: 'argued',
    approve: no('notArgued'),
    withdraw: no('notApproved'),
    'carry-out': no('notApproved'),
    edit: 'initiated',
    restate: 'initiated',
    adopt: 'initiated',
    return: 'initiated',
  },
  argued: {
    initiate: no('takenUpAlready'),
    argue: no('arguedAlready'),
    approve: 'approved',
    withdraw: no('notApproved'),
    'carry-out': no('notApproved'),
    edit: 'initiated',
    restate: 'argued',
    adopt: 'initiated',
    return: 'argued',
  },
  approved: {
    initiate: no('takenUpAlready'),
    argue: no('arguedAlready'),
    approve: no('approvedAlready'),
    withdraw: 'withdrawn',
    'carry-out': 'carried-out',
    edit: 'initiated',
    restate: 'argued',
    adopt: 'initiated',
    return: no('approvedStands'),
  },
  withdrawn: {
    initiate: no('takenUpAlready'),
    argue: 'argued',
    approve: no('notArgued'),
    withdraw: no('notApproved'),
    'carry-out': no('notApproved'),
    edit: 'withdrawn',
    restate: 'withdrawn',
    adopt: 'withdrawn',
    return: 'withdrawn',
  },
  'carried-out': {
    initiate: no('carriedOut'),
    argue: no('carriedOut'),
    approve: no('carriedOut'),
    withdraw: no('carriedOut'),
    'carry-out': no('carriedOut'),
    edit: no('carriedOut'),
    restate: no('carriedOut'),
    adopt: no('carriedOut'),
    return: no('carriedOut'),
  },
}

/** The state after an event, or the finding (L11–L17, L41) that says what has to come first. */
export const after = (
  plan: string,
  state: DraftState,
  event: ChainEvent,
): { readonly state: DraftState } | { readonly refused: Finding } => {
  const cell = lifecycle[state][event]
  if (typeof cell === 'string') return { state: cell }
  const { code, message, remedy } = refusals[cell.refuse]
  return { refused: { code, severity: 'error', at: `plan:${plan}`, message, remedy } }
}

/** The stages whose record stands in a state; every other one has lapsed. */
export const standing: Readonly<Record<DraftState, readonly Stage['stage'][]>> = {
  drafted: [],
  initiated: ['initiation'],
  withdrawn: ['initiation'],
  argued: ['initiation', 'argument'],
  approved: ['initiation', 'argument', 'decision'],
  'carried-out': ['initiation', 'argument', 'decision', 'implementation'],
}

/** The names of the states and of the stages, as they are shown. */
export const stateTerms: Readonly<Record<DraftState, Text>> = {
  drafted: say('拟稿', 'Drafted'),
  initiated: say('已动议', 'Initiated'),
  argued: say('已论证', 'Argued'),
  approved: say('已批准', 'Approved'),
  'carried-out': say('已组织实施', 'Carried out'),
  withdrawn: say('批准已撤回', 'Approval withdrawn'),
}

const refusals: Readonly<Record<Refusal, { code: string; message: Text; remedy: Text }>> = {
  takenUpAlready: {
    code: 'L11',
    message: say('动议已经记录。', 'The initiation is on record already.'),
    remedy: say('接下来记录论证。', 'Record the argument next.'),
  },
  notTakenUp: {
    code: 'L12',
    message: say('本方案尚未动议。', 'This plan has not been initiated.'),
    remedy: say('先记录动议的日期和文件。', 'Record the day and document of its initiation first.'),
  },
  arguedAlready: {
    code: 'L13',
    message: say('现行文本的论证已经记录。', 'The argument of this text is on record already.'),
    remedy: say('接下来报请审议决定。', 'Submit it for decision next.'),
  },
  notArgued: {
    code: 'L14',
    message: say('现行文本尚未论证。', 'This text has not been argued.'),
    remedy: say(
      '先就现行文本记录论证的日期和文件。',
      'Record the day and document of the argument on this text first.',
    ),
  },
  approvedAlready: {
    code: 'L15',
    message: say('本方案已经批准。', 'This plan is approved already.'),
    remedy: say('如需重新批准，先撤回现有批准。', 'Withdraw the approval first if it is to be given anew.'),
  },
  approvedStands: {
    code: 'L41',
    message: say('本方案已经批准，不能退回。', 'This plan is approved and cannot be returned.'),
    remedy: say('先撤回批准，再退回。', 'Withdraw the approval first.'),
  },
  notApproved: {
    code: 'L16',
    message: say('本方案没有现行有效的批准。', 'No approval of this plan is in force.'),
    remedy: say('先报请审议决定。', 'Have it decided first.'),
  },
  carriedOut: {
    code: 'L17',
    message: say('本方案已写入台账，不再更改。', 'This plan is in the journal and changes no more.'),
    remedy: say(
      '如有差错，以更正方案更正；新的改革另立方案。',
      'Put a mistake right with a correcting plan; a further reform is a plan of its own.',
    ),
  },
}
