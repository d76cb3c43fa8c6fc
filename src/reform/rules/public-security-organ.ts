import { say } from '../../kernel/text.ts'
import { defineRule } from '../rule.ts'
import { organMustExist } from './must-exist.ts'
import { words } from './terms.ts'

/** 公安机关: penalties that restrict personal liberty can be carried out by nobody else in the county. */
export const publicSecurityOrgan = defineRule({
  code: 'M4',
  title: say('公安机关必设', 'The public security organ must exist'),
  parameter: 'must-exist.public-security',
  shape: words,
  gives: ['error', 'note'],
  check: organMustExist(say('公安机关', 'public security organ')),
})
