import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { en } from './en.ts'
import { filled, languageOf, pieces, type TextKey, type Texts } from './index.ts'
import { zh } from './zh.ts'

const texts: Readonly<Record<'zh' | 'en', Texts>> = { zh, en }
const keys = Object.keys(texts.zh) as TextKey[]
const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()

test('both languages have the same keys, none of them empty', () => {
  expect(Object.keys(texts.en).sort()).toEqual([...keys].sort())
  expect(keys.filter((key) => texts.zh[key].trim() === '' || texts.en[key].trim() === '')).toEqual([])
})

test('both languages leave the same places to fill', () => {
  expect(keys.filter((key) => places(texts.zh[key]).join() !== places(texts.en[key]).join())).toEqual([])
})

test('the English has no Chinese in it but the two marks an official would look for', () => {
  const allowed = /待核|示例/g
  expect(keys.filter((key) => /[\u4E00-\u9FFF]/.test(texts.en[key].replace(allowed, '')))).toEqual([])
})

test('every text is used by the page', () => {
  const web = join(import.meta.dirname, '..')
  const code = readdirSync(web, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/texts|\.test\./.test(file))
    .map((file) => readFileSync(join(web, file), 'utf8'))
    .join('\n')

  expect(keys.filter((key) => !code.includes(`'${key}'`))).toEqual([])
})

test('places are filled and cut', () => {
  expect(filled('{a} of {b}', { a: 1, b: 'two' })).toBe('1 of two')
  expect(pieces('has {n} organs')).toEqual(['has ', 'n', ' organs'])
})

test('the browser’s first known language decides', () => {
  expect(languageOf(['fr-FR', 'zh-TW', 'en'])).toBe('zh')
  expect(languageOf(['en-GB', 'zh-CN'])).toBe('en')
  expect(languageOf(['fr'])).toBe('en')
})
