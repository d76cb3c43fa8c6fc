import type { Finding } from '../../kernel/finding.ts'
import { say, type Text } from '../../kernel/text.ts'
import { dayOfRecord, registerAt } from '../../reform/history.ts'
import { hasAccount } from '../../store/accounts/keep.ts'
import { storedCounty } from '../../store/journal-store.ts'
import { conflict } from '../kit/problem.ts'
import type { Ask } from '../kit/route.ts'

type Anything = Pick<Ask<undefined, undefined, undefined>, 'client' | 'counties' | 'now' | 'viewer'>

/** R34: the person has an account already · R23: the county that is to keep an account is not open here, or its register has no such person. */
export const placeFindings = async (
  { client, counties, now }: Anything,
  home: string,
  person: string | undefined,
): Promise<Finding[]> => {
  if (home === '-') return person === undefined ? [] : [finding('R23', noPersonHere, 'request:body.person')]
  if ((await storedCounty(client, home)) === undefined) return [finding('R23', noCounty, 'request:body.home')]
  if (person === undefined) return []
  const county = await counties.current(client, home)
  const isThere = county !== undefined && registerAt(county.history, dayOfRecord(now)).people.has(person)
  if (!isThere) return [finding('R23', noPerson, 'request:body.person')]
  return (await hasAccount(client, home, person))
    ? [finding('R34', secondAccount, 'request:body.person')]
    : []
}

const secondAccount = say(
  '此人已有账户；一人一户，停用旧户后再开',
  'This person has an account: one each; disable the old one first',
)
const noCounty = say('没有这个县', 'There is no such county')
const noPerson = say('该县名册中没有此人', 'The register of the county has no such person')
const noPersonHere = say(
  '安装级账户不属于任何县的人员',
  'An account of the installation belongs to no person of a county',
)

const finding = (code: string, message: Text, at: string): Finding => ({
  code,
  severity: 'error',
  at,
  message,
  remedy: say('核对后再发。', 'Check it and send it again.'),
})

/** R33: administrators are helped at the machine, not by one another. */
export const administratorsAtMachine: Finding = {
  code: 'R33',
  severity: 'error',
  at: 'request:path.account',
  message: say(
    '管理员账户不能由另一管理员重设或绑定',
    'One administrator cannot reset or link the account of another',
  ),
  remedy: say(
    '在服务器上运行 accounts --reset。',
    'Use accounts --reset at the machine of the installation.',
  ),
}

/** R30. */
export const nameTaken = conflict(say('用户名已被使用。', 'The name is taken.'), [
  finding('R30', say('用户名已被使用', 'The name is taken'), 'request:body.username'),
])

/** R31. */
export const identityTaken = conflict(
  say('此统一身份已绑定其他账户。', 'The identity is linked to another account.'),
  [
    finding(
      'R31',
      say('此统一身份已绑定其他账户', 'The identity is linked to another account'),
      'request:body.subject',
    ),
  ],
)
