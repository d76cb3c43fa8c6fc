import type { Finding } from '../../kernel/finding.ts'
import { say, type Text } from '../../kernel/text.ts'

/** How long a password may be, in characters. */
const passwordLength = { least: 12, most: 128 } as const

/** Long enough, and among the first that anybody tries. */
const common = new Set([
  'administrator',
  'adminadminadmin',
  'changemeplease',
  'correcthorsebatterystaple',
  'iloveyou1234',
  'letmeinletmein',
  'password1234',
  'password12345',
  'password123456',
  'passwordpassword',
  'p@ssw0rd1234',
  'passw0rd1234',
  'qazwsxedcrfv',
  '1qaz2wsx3edc',
  '1qaz2wsx3edc4rfv',
  '1q2w3e4r5t6y',
  '1q2w3e4r5t6y7u8i',
  'woaini1314520',
  'woaini5201314',
  '5201314520131',
  'woaizhongguo',
  'zhonghuarenmin',
  'welcome12345',
  'welcome123456',
  '三定三定三定三定三定三定',
])

/** Rows of keys and of signs that hands and heads run along. */
const runs = [
  '12345678901234567890',
  '09876543210987654321',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertyuiop1234567890',
  '1234567890qwertyuiop',
]

/**
 * What is wrong with a password that somebody chose: R01 too short or too long · R02 the name of the account · R03 one
 * of those that are tried first. Which signs it is made of is nobody's business (NIST SP 800-63B).
 */
export const passwordFindings = (password: string, username: string): Finding[] => {
  const { least, most } = passwordLength
  const length = [...password].length
  if (length < least || length > most)
    return [
      refusing(
        'R01',
        say(`密码应为 ${least} 至 ${most} 个字符`, `A password has ${least} to ${most} characters`),
        say('可用几个不相干的词连成一句。', 'Several words that do not belong together make a good one.'),
      ),
    ]
  const plain = password.normalize('NFKC').toLowerCase()
  if (
    /^[\P{L}]*$/u.test(plain.replaceAll(username.toLowerCase(), '')) &&
    plain.includes(username.toLowerCase())
  )
    return [
      refusing(
        'R02',
        say(
          '密码不得是用户名，也不得只在用户名上加数字和符号',
          'The password is the name of the account, or that with digits and signs',
        ),
        say('请另选。', 'Choose another.'),
      ),
    ]
  if (!isGuessed(plain)) return []
  return [
    refusing(
      'R03',
      say('这个密码人人都会先试', 'This password is one of the first that anybody tries'),
      say(
        '请另选，不要用键盘上相邻的键或重复的字符。',
        'Choose another, not keys in a row nor the same again and again.',
      ),
    ),
  ]
}

const isGuessed = (plain: string): boolean =>
  common.has(plain) || runs.some((run) => run.includes(plain)) || /^(.{1,4}?)\1+.{0,3}$/u.test(plain)

const refusing = (code: string, message: Text, remedy: Text): Finding => ({
  code,
  severity: 'error',
  at: 'request:body.password',
  message,
  remedy,
})
