import { beforeAll, expect, test } from 'vitest'
import { grantableRoles, rolesOfUnit } from '../../rights/role.ts'
import { accountNamed } from '../../store/accounts/account.ts'
import { isPassword } from '../../store/accounts/password.ts'
import { openDatabase } from '../../store/database.ts'
import { readAudit } from '../../store/journal-store.ts'
import { freshData } from '../../store/records.testing.ts'
import { exit } from '../command.ts'
import { run } from '../run.ts'

let data = ''
beforeAll(async () => {
  data = await freshData()
})

const call = async (...words: string[]) => {
  const printed: string[] = []
  const print = (text: string) => void printed.push(text)
  const status = await run(['accounts', ...words], { print, error: print })
  return { status, text: printed.join('\n') }
}
const told = async (...words: string[]) => {
  const { status, text } = await call(...words, '--json')
  return { status, answer: JSON.parse(text) }
}
const storedPassword = async (name: string) => {
  const database = await openDatabase({ data })
  const account = await accountNamed(database, name)
  await database.close()
  return account
}

test('the accounts of the demonstration are told without any records: one for each role, and a unit for roles of units', async () => {
  const { status, answer } = await told('--demo')
  expect(status).toBe(exit.fine)
  expect(answer.map(({ role }: { role: string }) => role)).toEqual(grantableRoles)
  for (const account of answer) {
    expect(Object.keys(account)).toEqual(['role', 'user', 'password', 'unit'])
    expect(account.password.length).toBeGreaterThanOrEqual(12)
    expect(account.unit !== null).toBe(rolesOfUnit.includes(account.role))
  }
  expect((await call('--demo', '--lang', 'zh')).text).toContain('编办拟订岗')
})

test('the first two persons are let in at the machine itself, once', async () => {
  const names = ['--administrator', 'Zhang', '--security', 'li']
  expect((await call('--first', '--data', data)).status).toBe(exit.usage)
  expect((await call('--first', '--data', data, '--administrator', 'li', '--security', 'LI')).status).toBe(
    exit.usage,
  )
  const { status, answer } = await told('--first', '--data', data, ...names)
  expect(status).toBe(exit.fine)
  expect([answer.administrator.username, answer.security.username]).toEqual(['zhang', 'li'])
  const account = await storedPassword('zhang')
  expect(account?.mustChangePassword).toBe(true)
  expect(await isPassword(answer.administrator.firstPassword, account?.passwordHash)).toBe(true)

  const again = await told('--first', '--data', data, '--administrator', 'a1', '--security', 's1')
  expect([again.status, again.answer.findings[0].code]).toEqual([exit.blocked, 'R05'])
})

test('accounts are listed with their rights and without secrets', async () => {
  const { answer } = await told('--data', data)
  expect(answer.map(({ username }: { username: string }) => username).sort()).toEqual(['li', 'zhang'])
  expect(JSON.stringify(answer)).not.toContain('argon2')
  const { text } = await call('--data', data, '--lang', 'zh')
  expect(text).toMatch(/zhang .*系统管理员@\*/)
})

test('who has lost the password or the second factor is let in again at the machine, and the audit says so', async () => {
  const { answer } = await told('--reset', ' LI', '--data', data)
  const account = await storedPassword('li')
  expect(await isPassword(answer.firstPassword, account?.passwordHash)).toBe(true)
  expect(account?.mustChangePassword).toBe(true)
  const none = await told('--reset', 'nobody', '--data', data)
  expect([none.status, none.answer.findings[0].code]).toEqual([exit.blocked, 'R32'])

  const database = await openDatabase({ data })
  const records = await readAudit(database, '-')
  await database.close()
  expect(records.map(({ action, actor }) => [action, actor.startsWith('local:')])).toEqual([
    ['set-up', true],
    ['reset-account', true],
  ])
})

test('two things at once are not done', async () => {
  expect((await call('--demo', '--first')).status).toBe(exit.usage)
})
