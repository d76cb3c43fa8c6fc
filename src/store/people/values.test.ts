import { expect, test } from 'vitest'
import { testPerson } from '../../register/testing.ts'
import { classOf, columnClasses } from './column-classes.ts'
import { checkCharacter, inventedNumber, wrongIn } from './identity-number.ts'
import { fileColumns, masked } from './masking.ts'
import { valueFindings } from './value-findings.ts'

/** Seventeen digits with the check character that belongs to them. */
const numbered = (digits: string) => digits + checkCharacter(digits)
const codes = (values: Parameters<typeof valueFindings>[0]) =>
  valueFindings(values, (column) => `person:p:${column}`).map(({ code }) => code)

test('the check character is that of the example in the standard', () => {
  expect(checkCharacter('11010519491231002')).toBe('X')
  expect(checkCharacter('44052418800101001')).toBe('4')
})

test('any single digit that is changed in a number is noticed', () => {
  const good = numbered('14093020000229001')
  expect(wrongIn(good)).toBeUndefined()
  for (let at = 0; at < 17; at += 1)
    for (const digit of '0123456789') {
      const other = good.slice(0, at) + digit + good.slice(at + 1)
      if (other !== good) expect(wrongIn(other), other).toBeDefined()
    }
})

test('a number is wrong in its form, its area, its day of birth or its check character', () => {
  expect(wrongIn('1409302000022900')).toBe('form')
  expect(wrongIn('14093020000229001x')).toBe('form')
  expect(wrongIn('１40930200002290015')).toBe('form')
  expect(wrongIn(numbered('99093020000229001'))).toBe('area')
  expect(wrongIn(numbered('14093020010229001'))).toBe('birth')
  expect(wrongIn(numbered('14093018991231001'))).toBe('birth')
})

test('an invented number is well formed, says month and sex of the register, and can be nobody’s', () => {
  const person = testPerson('p1', 'land')
  const number = inventedNumber(person, 12_345)

  expect(wrongIn(number)).toBeUndefined()
  expect(number.slice(0, 12)).toBe(`000000${person.born.replace('-', '')}`)
  expect(Number(number[16]) % 2).toBe(person.category === 'man' ? 1 : 0)
})

test('each fault of a value is told with its own code, and the value is never told', () => {
  const good = { name: '示例·王建平', identity_number: numbered('14093019800101001'), phone: '13900000000' }
  expect(codes({ ...good, appraisal: '称职。\n熟悉业务。' })).toEqual([])
  expect(codes({ name: '' })).toEqual(['Y01'])
  expect(codes({ name: '王\u200b平' })).toEqual(['Y01'])
  expect(codes({ name: '王'.repeat(61) })).toEqual(['Y01'])
  expect(codes({ appraisal: '=HYPERLINK("x")' })).toEqual(['Y02'])
  expect(codes({ phone: '+8613900000000' })).toEqual(['Y02'])
  expect(codes({ identity_number: '140930198001010010' })).toEqual(['Y03'])
  expect(codes({ phone: '12' })).toEqual(['Y04'])
  expect(codes({ phone: '0350-7222222' })).toEqual([])
  expect(codes({ name: '王建平', identity_number: numbered('00000019800101001') })).toEqual(['Y05'])
  expect(codes({ name: '示例·王建平', identity_number: numbered('00000019800101001') })).toEqual([])
  const told = JSON.stringify(
    valueFindings({ name: '=王建平', identity_number: '14093019800101', phone: '999' }, () => ''),
  )
  for (const value of ['王建平', '14093019800101', '999']) expect(told).not.toContain(value)
})

test('under the mask stand three and four signs of a number, one of a name, and nothing of an appraisal', () => {
  expect(
    masked({
      name: '王建平',
      identity_number: '140930198001010018',
      phone: '13912345678',
      appraisal: '优秀',
    }),
  ).toEqual({
    name: '王＊',
    identity_number: '140***********0018',
    phone: '139****5678',
    appraisal: null,
  })
  expect(masked({ name: '示例·王建平' })).toEqual({ name: '示例·王＊' })
  expect(masked({ name: '𠮷田' })).toEqual({ name: '𠮷＊' })
  expect(masked({ phone: '7222222' })).toEqual({ phone: '＊' })
})

test('every column of a file that says something of the person is personal or sensitive, so that it is masked', () => {
  for (const column of fileColumns)
    expect(['personal', 'sensitive']).toContain(classOf('person_file', column))
  expect(classOf('person_file', 'a column that nobody has classed')).toBe('sensitive')
  const { personal = [], sensitive = [] } = columnClasses.person_file ?? {}
  expect([...personal, ...sensitive].sort()).toEqual([...fileColumns].sort())
})
