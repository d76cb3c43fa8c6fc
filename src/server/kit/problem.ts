import type { FastifyReply } from 'fastify'
import type { Finding } from '../../kernel/finding.ts'
import { say, type Text } from '../../kernel/text.ts'
import { GivenUp } from '../../store/fault.ts'

/** What an answer that is none says: RFC 9457, with the findings of the house. */
export interface Problem {
  readonly status: number
  readonly title: Text
  readonly detail: Text
  readonly findings?: readonly Finding[]
  /** Seconds after which it is worth asking again. */
  readonly retryAfter?: number
  /** Members of its own, such as the three versions of a conflict. */
  readonly more?: Readonly<Record<string, unknown>>
}

/** Thrown by a handler to end with a problem: whatever its transaction wrote is rolled back. */
export class Refused extends GivenUp {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.title.en)
    this.name = 'Refused'
    this.problem = problem
  }
}

export const badRequest = (detail: Text, findings: readonly Finding[] = []): Problem => ({
  status: 400,
  title: say('请求有误', 'Bad request'),
  detail,
  findings,
})

export const notSignedIn: Problem = {
  status: 401,
  title: say('尚未登录', 'Not signed in'),
  detail: say('请先登录。', 'Sign in first.'),
}

export const forbidden: Problem = {
  status: 403,
  title: say('没有权限', 'Not permitted'),
  detail: say('您的角色不能做这件事。', 'Your role does not permit this.'),
}

/** Nothing else is open before the first password is changed. */
export const mustChangeFirst: Problem = {
  status: 403,
  title: say('先修改首次密码', 'Change the first password first'),
  detail: say(
    '此密码由他人告知，须先改成只有本人知道的。',
    'This password was told by somebody else: change it to one that only you know.',
  ),
}

/** R41: the role is there, and works only with a second factor. */
export const secondFactorFirst: Problem = {
  status: 403,
  title: say('先启用双因素', 'Enrol a second factor first'),
  detail: say(
    '此角色须以双因素登录后才起作用；请在“本人账户”中启用。',
    'This role works only with a second factor: enrol one on your own account page.',
  ),
  findings: [
    {
      code: 'R41',
      severity: 'error',
      at: 'account:own',
      message: say('此角色须启用双因素', 'This role needs a second factor'),
      remedy: say(
        '在“本人账户”中启用，再登录一次。',
        'Enrol one on your own account page, and sign in with it.',
      ),
    },
  ],
}

/** The one answer for what is not there and for what one may not see. */
export const notFound: Problem = {
  status: 404,
  title: say('没有此项', 'Not found'),
  detail: say('没有这个地址，或没有您要的内容。', 'There is nothing at this address.'),
}

export const conflict = (
  detail: Text,
  findings: readonly Finding[] = [],
  more: Readonly<Record<string, unknown>> = {},
): Problem => ({ status: 409, title: say('与现状冲突', 'Conflict'), detail, findings, more })

/** Findings forbid it: everything that is wrong, at once. */
export const blocked = (findings: readonly Finding[]): Problem => ({
  status: 422,
  title: say('有阻断性审核意见', 'Findings forbid this'),
  detail: say('没有写入任何内容；请按意见逐条处理。', 'Nothing was written; see the findings.'),
  findings,
})

export const tooMany = (retryAfter: number): Problem => ({
  status: 429,
  title: say('请稍候再试', 'Try again later'),
  detail: say('尝试过于频繁。', 'Too many attempts.'),
  retryAfter,
})

/** Our own fault: only the number of the incident is told, the log has the rest. */
export const fault = (incident: string): Problem => ({
  status: 500,
  title: say('系统故障', 'Fault'),
  detail: say(
    `服务器未能完成请求。报修时请说明编号 ${incident}。`,
    `The server could not do this. Quote ${incident} when you report it.`,
  ),
})

export const unavailable = (detail: Text, findings: readonly Finding[] = []): Problem => ({
  status: 503,
  title: say('暂不能服务', 'Not available at present'),
  detail,
  findings,
  retryAfter: 5,
})

/** Throws when there are findings, all of them in one problem. */
export const refuseWith = (findings: readonly Finding[]): void => {
  if (findings.length > 0) throw new Refused(blocked(findings))
}

/** Writes a problem as `application/problem+json`, in both languages. */
export const sendProblem = (reply: FastifyReply, problem: Problem) => {
  const { status, title, detail, findings = [], retryAfter, more = {} } = problem
  if (retryAfter !== undefined) reply.header('retry-after', String(Math.ceil(retryAfter)))
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: 'about:blank',
        title: `${title.zh} ${title.en}`,
        status,
        detail: `${detail.zh}${detail.en}`,
        message: detail,
        codes: [...new Set(findings.map(({ code }) => code))],
        findings,
        ...more,
      }),
    )
}
