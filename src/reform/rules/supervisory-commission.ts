import { say } from '../../kernel/text.ts'
import { defineRule } from '../rule.ts'
import { organMustExist } from './must-exist.ts'
import { words } from './terms.ts'

/** 监察委员会: every county has one. It may share a staff with the discipline commission. */
export const supervisoryCommission = defineRule({
  code: 'M1',
  title: say('监察委员会必设', 'The supervisory commission must exist'),
  parameter: 'must-exist.supervision',
  shape: words,
  gives: ['error', 'note'],
  check: organMustExist(say('监察委员会', 'supervisory commission')),
})
