import { say } from '../../kernel/text.ts'
import { policy as table } from '../../rights/policy.ts'
import { type Role, roleNames, roles } from '../../rights/role.ts'
import { documented } from '../../server/kit/route.ts'
import { routes } from '../../server/routes/index.ts'
import { type Command, exit, type Io } from '../command.ts'
import { columns, printJson } from '../print.ts'

const scopeNames = {
  own: say('本人', 'own'),
  unit: say('本单位', 'unit'),
  county: say('本县', 'county'),
  all: say('全部', 'all'),
}

/** The table of rights: for a program as address and roles, for a reader with how far each right reaches. */
export const policyCommand: Command = {
  name: 'policy',
  summary: say('权限表：每个接口允许哪些角色', 'The table of rights: which roles each address is for'),
  usage: 'policy [--json]',
  takes: 0,
  options: {},
  run: (_args, io) => {
    if (io.json) {
      printJson(Object.fromEntries(routes.map((route) => [addressOf(route), rolesOf(route)])), io)
      return exit.fine
    }
    io.print(
      columns(
        routes.map((route) => {
          const row: Readonly<Partial<Record<Role, keyof typeof scopeNames>>> = table[route.operation]
          return [addressOf(route), row.public === undefined ? told(row, io) : roles.public[io.language]]
        }),
      ),
    )
    return exit.fine
  },
}

/** The roles of a row, those with the same reach together: “planner, approver (county)”. */
const told = (row: Readonly<Partial<Record<Role, keyof typeof scopeNames>>>, { language }: Io): string =>
  Object.entries(scopeNames)
    .map(([scope, name]) => {
      const held = roleNames.filter((role) => row[role] === scope).map((role) => roles[role][language])
      const isEveryone = held.length === roleNames.length - 1
      const who = isEveryone ? everyone[language] : held.join(language === 'zh' ? '、' : ', ')
      return held.length === 0 ? '' : `${who} (${name[language]})`
    })
    .filter((part) => part !== '')
    .join(' · ')

const everyone = say('所有账户', 'every account')

const addressOf = ({ method, path }: (typeof routes)[number]): string => `${method} ${documented(path)}`

/** In the order in which roles are listed everywhere; what is open to the public is open to all of them. */
const rolesOf = ({ operation }: (typeof routes)[number]): Role[] =>
  roleNames.filter(
    (role) => Object.hasOwn(table[operation], 'public') || Object.hasOwn(table[operation], role),
  )
