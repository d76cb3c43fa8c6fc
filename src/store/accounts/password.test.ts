import { argon2Sync } from 'node:crypto'
import { expect, test } from 'vitest'
import { delayAfter } from './delay.ts'
import { firstPassword, hashPassword, isPassword } from './password.ts'
import { passwordFindings } from './password-rules.ts'
import { isSignInName, signInName } from './sign-in-name.ts'

test('a password is known by its hash, which says how it was made and is never the same twice', async () => {
  const [one, other] = await Promise.all([
    hashPassword('四个不相干的词语放在一起'),
    hashPassword('四个不相干的词语放在一起'),
  ])
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(one).not.toBe(other)
  expect(await isPassword('四个不相干的词语放在一起', one)).toBe(true)
  expect(await isPassword('四个不相干的词语放在一块', one)).toBe(false)
  expect(await isPassword('四个不相干的词语放在一起', undefined)).toBe(false)
  await expect(isPassword('x', 'md5:abc')).rejects.toThrow()
})

test('a hash that was made with other parameters is still understood', async () => {
  const salt = Buffer.from('a salt of sixteen')
  const tag = argon2Sync('argon2id', {
    message: 'four quiet words',
    nonce: salt,
    memory: 64,
    passes: 3,
    parallelism: 2,
    tagLength: 24,
  })
  const plain = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '')
  const foreign = `$argon2id$v=19$m=64,t=3,p=2$${plain(salt)}$${plain(tag)}`
  expect(await isPassword('four quiet words', foreign)).toBe(true)
  expect(await isPassword('five quiet words', foreign)).toBe(false)
})

test('many hashes at once all come to an end', async () => {
  const hashes = await Promise.all(
    Array.from({ length: 7 }, (_, at) => hashPassword(`password number ${at}`)),
  )
  expect(new Set(hashes).size).toBe(7)
})

test('first passwords differ and follow the rules themselves', () => {
  const made = Array.from({ length: 200 }, firstPassword)
  expect(new Set(made).size).toBe(200)
  for (const password of made) expect(passwordFindings(password, 'planner')).toEqual([])
})

test.each([
  ['elevenchars', ['R01']],
  ['twelve chars', []],
  ['x'.repeat(129), ['R01']],
  ['𠮷野家的密码是什么呢', ['R01']],
  ['planner', ['R01']],
  ['plannerplanner', ['R02']],
  ['Planner-2020-12-01', ['R02']],
  ['the planner of many things', []],
  ['password123456', ['R03']],
  ['aaaaaaaaaaaa', ['R03']],
  ['abcabcabcabc', ['R03']],
  ['123456789012', ['R03']],
  ['ｑｗｅｒｔｙｕｉｏｐａｓ', ['R03']],
  ['no composition rules at all', []],
])('%s gets %j', (password, codes) => {
  expect(passwordFindings(password, 'planner').map(({ code }) => code)).toEqual(codes)
})

test('delays grow from the third failure of a name and the twentieth of an address, to half a minute', () => {
  const delays = (kind: 'name' | 'address' | 'code', upTo: number) =>
    Array.from({ length: upTo }, (_, at) => delayAfter(at + 1, kind))
  expect(delays('name', 9)).toEqual([0, 0, 2, 4, 8, 16, 30, 30, 30])
  expect(delays('code', 9)).toEqual(delays('name', 9))
  const address = delays('address', 100)
  expect(address.slice(0, 19)).toEqual(Array(19).fill(0))
  expect([address[19], address[29], address[39], address[99]]).toEqual([2, 4, 8, 30])
  expect(delayAfter(1_000_000, 'name')).toBe(30)
})

test('names that look alike are one name', () => {
  expect(signInName('  Ｚｈａｎｇ.SAN ')).toBe('zhang.san')
  for (const name of ['zhang.san', '张三', 'a1']) expect(isSignInName(name)).toBe(true)
  for (const name of ['', 'a', '-a', 'a b', 'a\u0000b', 'x'.repeat(41)])
    expect(isSignInName(name)).toBe(false)
})
