import { say } from '../../kernel/text.ts'
import { roles } from '../../rights/role.ts'
import { firstAccounts, resetAccount } from '../../store/accounts/at-command-line.ts'
import { demoAccounts } from '../../store/accounts/demo-accounts.ts'
import { type ListedAccount, listAccounts } from '../../store/accounts/list.ts'
import { isSignInName, signInName } from '../../store/accounts/sign-in-name.ts'
import { type Arguments, type Command, exit, type Io } from '../command.ts'
import { columns, misused, notThere, printJson } from '../print.ts'
import { withRecords } from '../records.ts'

/** Tells the accounts there are, opens the first two, and helps somebody in who has lost password or second factor. */
export const accounts: Command = {
  name: 'accounts',
  summary: say(
    '列出账户；建立首批账户；为失去密码或双因素的人重设；列出演示账户',
    'List accounts; open the first two; let somebody in again; list those of the demonstration',
  ),
  usage:
    'accounts [--data DIR] [--demo | --first --administrator NAME --security NAME | --reset NAME] [--json]',
  takes: 0,
  options: { demo: false, data: true, first: false, administrator: true, security: true, reset: true },
  run: async (args, io) => {
    const asked = ['demo', 'first', 'reset'].filter((each) => args.options.has(each))
    if (asked.length > 1)
      return misused(
        accounts,
        say('--demo、--first、--reset 只用一个', 'Only one of --demo, --first and --reset'),
        io,
      )
    if (args.options.has('demo')) return printDemo(io)
    if (args.options.has('first')) return await openFirst(args, io)
    if (args.options.has('reset')) return await reset(args, io)
    const listed = await withRecords(args, { mustExist: true }, async (database) => {
      const all: ListedAccount[] = []
      for (;;) {
        const more = await listAccounts(database, { after: all.at(-1), limit: 500 })
        all.push(...more)
        if (more.length < 500) return all
      }
    })
    if (io.json) printJson(listed, io)
    else io.print(columns([heading(io), ...listed.map((account) => lineOf(account, io))]))
    return exit.fine
  },
}

const printDemo = (io: Io): number => {
  const told = demoAccounts.map(({ role, user, password, unit }) => ({ role, user, password, unit }))
  if (io.json) printJson(told, io)
  else
    io.print(
      columns([
        say('角色\t账户\t密码\t单位', 'role\taccount\tpassword\tunit')[io.language].split('\t'),
        ...told.map(({ role, user, password, unit }) => [
          roles[role][io.language],
          user,
          password,
          unit ?? '',
        ]),
      ]),
    )
  return exit.fine
}

const openFirst = async (args: Arguments, io: Io): Promise<number> => {
  const names = ['administrator', 'security'].map((each) => signInName(args.options.get(each) ?? ''))
  const [administrator = '', security = ''] = names
  if (!names.every(isSignInName) || administrator === security)
    return misused(
      accounts,
      say(
        '写明两个人的用户名：--administrator 系统管理员、--security 安全管理员',
        'Name two persons: --administrator and --security',
      ),
      io,
    )
  const made = await withRecords(args, { mustExist: false }, (database) =>
    firstAccounts(database, { administrator, security }),
  )
  if ('finding' in made) return notThere(made.finding, io)
  if (io.json) printJson(made, io)
  else
    io.print(
      columns([
        say('角色\t账户\t首次密码（登录后须修改）', 'role\taccount\tfirst password (to be changed)')[
          io.language
        ].split('\t'),
        [roles['system-administrator'][io.language], administrator, made.administrator.firstPassword],
        [roles['security-administrator'][io.language], security, made.security.firstPassword],
      ]),
    )
  return exit.fine
}

const reset = async (args: Arguments, io: Io): Promise<number> => {
  const name = signInName(args.options.get('reset') ?? '')
  const made = await withRecords(args, { mustExist: true }, (database) => resetAccount(database, name))
  if ('finding' in made) return notThere(made.finding, io)
  if (io.json) printJson(made, io)
  else
    io.print(
      say(
        `${made.username} 的首次密码：${made.firstPassword}\n双因素已解除，原有会话已结束；登录后须修改密码。`,
        `First password of ${made.username}: ${made.firstPassword}\nThe second factor is removed and all sessions have ended; the password must be changed.`,
      )[io.language],
    )
  return exit.fine
}

const heading = (io: Io): string[] =>
  say('所属\t账户\t名称\t状态\t双因素\t角色', 'home\taccount\tname\tstate\tsecond factor\troles')[
    io.language
  ].split('\t')

const lineOf = (account: ListedAccount, io: Io): string[] => {
  const { home, username, displayName, isDisabled, secondFactorEnrolled, grants } = account
  const held = grants
    .filter(({ state }) => state === 'granted')
    .map(({ role, over, unit }) => `${roles[role][io.language]}@${unit === null ? over : `${over}/${unit}`}`)
  return [
    home,
    username,
    displayName,
    (isDisabled ? say('停用', 'disabled') : say('可用', 'open'))[io.language],
    (secondFactorEnrolled ? say('有', 'yes') : say('无', 'no'))[io.language],
    held.join(io.language === 'zh' ? '、' : ', '),
  ]
}
