import type { FastifyRequest } from 'fastify'
import { expect, test } from 'vitest'
import { comesFromHere } from './origin.ts'
import { strictJson } from './strict-json.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const asked = (method: string, headers: Record<string, string>) =>
  comesFromHere({ method, headers: { host: 'county.example', ...headers } } as unknown as FastifyRequest)

test('what changes something comes from our own pages, or from no page at all', () => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    expect(asked(method, {})).toBe(true)
    expect(asked(method, { origin: 'https://county.example' })).toBe(true)
    expect(asked(method, { origin: 'https://county.example', 'sec-fetch-site': 'same-origin' })).toBe(true)
    expect(asked(method, { origin: 'https://elsewhere.example' })).toBe(false)
    expect(asked(method, { origin: 'https://county.example.elsewhere.example' })).toBe(false)
    expect(asked(method, { origin: 'null' })).toBe(false)
    expect(asked(method, { 'sec-fetch-site': 'cross-site' })).toBe(false)
    expect(asked(method, { 'sec-fetch-site': 'same-site' })).toBe(false)
  }
  expect(asked('GET', { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' })).toBe(true)
})

test('JSON is taken as it is meant', () => {
  expect(strictJson(bytes('{"a":[1,"三定",{"b":null}]}'))).toEqual({ a: [1, '三定', { b: null }] })
  expect(strictJson(bytes(JSON.stringify({ text: '[[[[{{{{\\"'.repeat(30) })))).toHaveProperty('text')
})

test.each([
  ['a number without an end', '{"a":1e999}'],
  ['a member that reaches for the prototype', '{"a":{"__proto__":{"x":1}}}'],
  ['the same, written another way', '{"\\u005f_proto__":{"x":1}}'],
  ['a constructor', '{"constructor":{"prototype":{}}}'],
  ['forty levels', `${'['.repeat(40)}${']'.repeat(40)}`],
  ['no JSON', '{a:1}'],
  ['nothing', ''],
])('%s is refused', (_, text) => {
  expect(() => strictJson(bytes(text))).toThrow()
})

test('bytes that are not UTF-8 are refused', () => {
  expect(() => strictJson(new Uint8Array([0x22, 0xb0, 0xa1, 0x22]))).toThrow()
})
