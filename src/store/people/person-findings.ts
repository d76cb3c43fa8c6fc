import type { Finding } from '../../kernel/finding.ts'
import { say, type Text } from '../../kernel/text.ts'

/** What can forbid writing or erasing a file; addressed by the person's id, and no value of the file is ever told. */
const forbids = (code: string, at: string, message: Text, remedy: Text): Finding => ({
  code,
  severity: 'error',
  at,
  message,
  remedy,
})

/** Y06: two people with one identity number. */
export const numberTaken = (at: string): Finding =>
  forbids(
    'Y06',
    at,
    say('此身份号码已在另一人的档案中', 'Another file has this identity number'),
    say('核对两人的身份证。', 'Compare the cards of the two.'),
  )

/** Y07: the register has no such person. */
export const unknownPerson = (person: string, at = `person:${person}`): Finding =>
  forbids(
    'Y07',
    at,
    say(`台账中没有人员“${person}”`, `The register has no person “${person}”`),
    say('先在方案中录用或调入，或改正标识。', 'Take the person on with a plan first, or correct the id.'),
  )

/** Y08: an import meets a file that says something else. */
export const fileExists = (person: string, at: string): Finding =>
  forbids(
    'Y08',
    at,
    say(`“${person}”已有内容不同的档案`, `“${person}” has a file that says something else`),
    say('删去此行；确要覆盖时加 --update。', 'Leave the line out; to overwrite add --update.'),
  )

/** Y09: what was erased stays erased. */
export const wasErased = (person: string, at = `person:${person}`): Finding =>
  forbids(
    'Y09',
    at,
    say(`“${person}”的档案已删除，不得再写入`, `The file of “${person}” was erased; nothing may be written`),
    say('由组织部凭文件重新开启后再写。', 'The organisation department re-opens it with a document first.'),
  )

/** Y10: somebody else was faster. */
export const changedSince = (person: string, expected: number, actual: number): Finding =>
  forbids(
    'Y10',
    `person:${person}`,
    say(
      `档案已是第${actual}版，本次依据第${expected}版`,
      `The file is at version ${actual}; this was drawn for ${expected}`,
    ),
    say('重新打开档案，核对后再改。', 'Open the file again, compare, and correct it then.'),
  )

/** Y12: what is written into the audit stays for ever, so it may not name anybody. */
export const namesSomebody = (at: string): Finding =>
  forbids(
    'Y12',
    at,
    say('文号中不得出现个人的姓名或号码', 'A document number may not hold anybody’s name or numbers'),
    say('只写发文字号，如“河组发〔2020〕12号”。', 'Give the number alone, such as “河组发〔2020〕12号”.'),
  )

/** Y13: re-opened can only be what was erased. */
export const notErased = (person: string): Finding =>
  forbids(
    'Y13',
    `person:${person}`,
    say(`“${person}”的档案并未删除`, `The file of “${person}” is not erased`),
    say('直接更正档案即可。', 'Correct the file as it is.'),
  )
