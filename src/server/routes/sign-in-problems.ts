import { say } from '../../kernel/text.ts'
import type { Problem } from '../kit/problem.ts'

/** The one answer for a wrong password, a name that is not known, and an account that may not sign in here. */
export const wrongCredentials: Problem = {
  status: 401,
  title: say('登录未成功', 'Not signed in'),
  detail: say(
    '用户名或密码不对，或此账户不能在此登录。',
    'The name or the password is not right, or the account may not sign in here.',
  ),
}

/** The one answer for a wrong or used code, and for who has not shown a password before it. */
export const wrongCode: Problem = {
  status: 401,
  title: say('登录未成功', 'Not signed in'),
  detail: say(
    '动态口令不对、已经用过，或已超过五分钟；请等下一个动态口令，或重新登录。',
    'The code is not right, was used, or came too late: wait for the next one, or begin again.',
  ),
}

/** The password that was asked for again, by somebody who is signed in, is not the right one. */
export const wrongPassword: Problem = {
  status: 422,
  title: say('密码不对', 'Not the password'),
  detail: say('请输入本人现用的密码。', 'Give your present password.'),
  findings: [
    {
      code: 'R09',
      severity: 'error',
      at: 'request:body.password',
      message: say('现用密码不对', 'The present password is not right'),
    },
  ],
}

/** A code that was asked for from somebody who is signed in. */
export const wrongOwnCode: Problem = {
  status: 422,
  title: say('动态口令不对', 'Not the code'),
  detail: say(
    '动态口令不对，或已经用过；请等下一个。',
    'The code is not right, or was used: wait for the next one.',
  ),
  findings: [
    {
      code: 'R10',
      severity: 'error',
      at: 'request:body.code',
      message: say('动态口令不对，或已经用过', 'The code is not right, or was used'),
    },
  ],
}

/** The accounts of the demonstration are everybody's: nobody takes one for himself. */
export const staysAsItIs: Problem = {
  status: 422,
  title: say('演示账户不作更改', 'Accounts of the demonstration stay as they are'),
  detail: say('没有更改任何内容。', 'Nothing was changed.'),
  findings: [
    {
      code: 'R11',
      severity: 'error',
      at: 'account',
      message: say('演示账户人人可用，不作更改', 'The account is everybody’s and stays as it is'),
      remedy: say('在自己的安装中试用此功能。', 'Try this in an installation of your own.'),
    },
  ],
}
