import { say, type Text } from '../../kernel/text.ts'

const words: Readonly<Record<string, Text>> = {
  'open-county': say('导入县', 'Opened a county'),
  'apply-plan': say('方案写入台账', 'Recorded a plan in the journal'),
  'export-journal': say('导出台账记录', 'Exported the journal'),
  'begin-plan': say('新建方案', 'Began a plan'),
  'save-plan': say('修改方案', 'Edited a plan'),
  'restore-plan': say('恢复旧稿', 'Restored a version of a plan'),
  'record-stage': say('记录程序环节', 'Recorded a stage of a plan'),
  'approve-plan': say('批准方案', 'Approved a plan'),
  'withdraw-approval': say('撤回批准', 'Withdrew an approval'),
  'comment-plan': say('批注方案', 'Commented on a plan'),
  'reply-comment': say('答复批注', 'Replied to a comment'),
  'resolve-comment': say('办结批注', 'Settled a comment'),
  'return-plan': say('退回方案', 'Returned a plan'),
  'adopt-drift': say('采纳变动', 'Adopted what had moved'),
  'set-up': say('首次设置', 'Set the installation up'),
  'sign-in': say('登录', 'Signed in'),
  'sign-in-failed': say('登录未成功', 'Sign-in failed'),
  'sign-out': say('退出登录', 'Signed out'),
  'change-password': say('更改密码', 'Changed the password'),
  'password-not-shown': say('现用密码不对', 'Did not show the password'),
  'enrol-second-factor': say('启用动态口令', 'Set up a second factor'),
  'remove-second-factor': say('停用动态口令', 'Removed the second factor'),
  'second-factor-not-shown': say('动态口令不对', 'Did not show the second factor'),
  'open-account': say('新增账户', 'Opened an account'),
  'disable-account': say('停用账户', 'Disabled an account'),
  'enable-account': say('启用账户', 'Enabled an account'),
  'reset-password': say('重设密码', 'Reset a password'),
  'reset-second-factor': say('解除动态口令', 'Took away a second factor'),
  'reset-account': say('在命令行重设账户', 'Reset an account at a command line'),
  'link-account': say('绑定统一身份', 'Linked an identity'),
  'unlink-account': say('解除统一身份', 'Took a link away'),
  'propose-grant': say('提出授权', 'Proposed rights'),
  grant: say('核准授权', 'Granted rights'),
  'refuse-grant': say('拒绝授权', 'Refused rights'),
  'revoke-grant': say('收回授权', 'Revoked rights'),
  'import-people': say('导入人员档案', 'Imported person files'),
  'search-people': say('查找人员档案', 'Searched person files'),
  'find-person': say('查到人员档案', 'Found a person file'),
  'reveal-person': say('查看未遮掩的内容', 'Revealed parts of a person file'),
  'correct-person': say('更正人员档案', 'Corrected a person file'),
  'export-person': say('导出人员档案', 'Exported a person file'),
  'erase-person': say('删除人员档案', 'Erased a person file'),
  'reopen-person': say('重新建档', 'Opened a person file anew'),
}

/** What an action of the audit is called; one that has no words here is told by its code alone. */
export const actionText = (action: string): Text => words[action] ?? say('', '')

/** Who did it: the account’s name of today, somebody at this machine’s command line, or nobody signed in. */
export const actorText = (actor: string, name: string | null | undefined): Text => {
  if (name != null) return say(name, name)
  if (actor === 'public') return say('未登录者', 'nobody signed in')
  const local = /^local:(.*)$/.exec(actor)?.[1]
  return local === undefined ? say(actor, actor) : say(`命令行（${local}）`, `command line (${local})`)
}
