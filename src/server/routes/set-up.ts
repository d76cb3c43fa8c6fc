import { timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { sha256Hex } from '../../kernel/canonical.ts'
import type { Finding } from '../../kernel/finding.ts'
import { say } from '../../kernel/text.ts'
import { hasAccounts } from '../../store/accounts/account.ts'
import { countFailures, secondsToWait, subjectsOf } from '../../store/accounts/delay.ts'
import { firstPassword, hashPassword } from '../../store/accounts/password.ts'
import { passwordFindings } from '../../store/accounts/password-rules.ts'
import { setUp } from '../../store/accounts/set-up.ts'
import { forgetSetUpCode, setUpCode } from '../../store/accounts/set-up-code.ts'
import { blocked, conflict, type Problem, Refused, tooMany } from '../kit/problem.ts'
import { type Route, stepwise } from '../kit/route.ts'
import { problemShape } from '../kit/shapes.ts'
import { displayNameShape, passwordShape, usernameShape } from './account-shapes.ts'
import { decided } from './decided.ts'

const body = z
  .strictObject({
    code: z.string().min(1).max(80),
    administrator: z.strictObject({
      username: usernameShape,
      password: passwordShape,
      displayName: displayNameShape,
    }),
    security: z.strictObject({ username: usernameShape, displayName: displayNameShape }),
  })
  .meta({
    id: 'SetUp',
    example: {
      code: 'ABCD-EFGH-JKLM-NPQR-STUV',
      administrator: { username: 'zhang.san', password: 'four words of my own', displayName: '张三（示例）' },
      security: { username: 'li.si', displayName: '李四（示例）' },
    },
  })

const firstShape = z.strictObject({ home: z.string(), id: z.string(), username: z.string() })

/** 初始化: the first two accounts of an installation that has none. */
export const setUpRoutes: readonly Route[] = [
  stepwise({
    method: 'POST',
    path: '/api/set-up',
    operation: 'set-up',
    summary: say(
      '建立首批账户：系统管理员与安全管理员',
      'Open the first two accounts, with the code that the server printed',
    ),
    tag: 'session',
    body,
    answers: {
      201: {
        description: 'Both accounts, and the first password of the second person: shown this once',
        schema: z
          .strictObject({
            administrator: firstShape,
            security: firstShape.extend({ firstPassword: z.string() }),
          })
          .meta({ id: 'SetUpDone' }),
      },
      401: { description: 'Not the code', schema: problemShape },
      409: { description: 'R05: there are accounts already', schema: problemShape },
    },
    handle: async ({ body: { code, administrator, security }, database, request }) => {
      if (await hasAccounts(database)) throw new Refused(isSetUp)
      await proved(code, { database, address: request.address })
      const findings = [
        ...passwordFindings(administrator.password, administrator.username),
        ...(administrator.username === security.username ? [oneName] : []),
      ]
      if (findings.length > 0) throw new Refused(blocked(findings))
      const first = firstPassword()
      const [adminHash, securityHash] = await Promise.all([
        hashPassword(administrator.password),
        hashPassword(first),
      ])
      const { password: _, ...admin } = administrator
      const persons = {
        administrator: { ...admin, passwordHash: adminHash, mustChangePassword: false },
        security: { ...security, passwordHash: securityHash, mustChangePassword: true },
      }
      return await decided(database, 'public', async (client) => {
        const made = await setUp(client, persons, 'public')
        if (made === undefined) return isSetUp
        return {
          status: 201,
          body: {
            administrator: { ...made.administrator, username: admin.username },
            security: { ...made.security, username: security.username, firstPassword: first },
          },
          after: () => forgetSetUpCode(database.folder),
          audit: {
            county: '-',
            action: 'set-up',
            subject: `account:${made.administrator.id}`,
            detail: { administrator: made.administrator.id, security: made.security.id },
          },
        }
      })
    },
  }),
]

/** Throws unless it is the code; failures are counted, and who fails often waits. */
const proved = async (
  code: string,
  { database, address }: { database: Parameters<typeof decided>[0]; address: string },
): Promise<void> => {
  const subjects = subjectsOf('set-up', address)
  const seconds = await secondsToWait(database, subjects)
  if (seconds > 0) throw new Refused(tooMany(seconds))
  if (isSame(code.trim().toUpperCase(), setUpCode(database.folder).toUpperCase())) return
  await countFailures(database, subjects)
  throw new Refused(wrongSetUpCode)
}

const isSame = (one: string, other: string): boolean =>
  timingSafeEqual(Buffer.from(sha256Hex(one)), Buffer.from(sha256Hex(other)))

const wrongSetUpCode: Problem = {
  status: 401,
  title: say('设置码不对', 'Not the set-up code'),
  detail: say(
    '设置码在服务器启动时显示，也在数据文件夹的 set-up-code 中。',
    'The server prints the code when it starts; it is in the file set-up-code of the folder of data as well.',
  ),
}

const finding = (code: string, message: Finding['message'], remedy: Finding['message']): Finding => ({
  code,
  severity: 'error',
  at: 'request:body',
  message,
  remedy,
})

const isSetUp: Problem = conflict(say('已经有账户。', 'There are accounts already.'), [
  finding(
    'R05',
    say('本系统已初始化', 'The installation is set up'),
    say('请用已有账户登录。', 'Sign in with one of its accounts.'),
  ),
])

const oneName = finding(
  'R06',
  say('两个账户须由两人持有，用户名不得相同', 'Two persons hold the two accounts: they need two names'),
  say('为安全管理员另取一个用户名。', 'Give the security administrator another name.'),
)
