import { expect, test } from 'vitest'
import { readOidcSetting } from './setting.ts'

const provider = {
  id: 'city',
  name: { zh: '市统一身份认证', en: 'City identities' },
  issuer: 'https://id.example.gov.cn',
  clientId: 'sanding',
}
const setting = (more: object = {}, one: object = {}) =>
  JSON.stringify({
    publicUrl: 'https://sanding.example.gov.cn',
    providers: [{ ...provider, ...one }],
    ...more,
  })

test('without a setting there is no provider, and that is fine', () => {
  for (const given of [undefined, '', '  ']) expect(readOidcSetting(given)).toEqual({ findings: [] })
})

test('a setting is read as JSON', () => {
  expect(readOidcSetting(setting()).setting?.providers[0]?.id).toBe('city')
  const loopback = setting({ publicUrl: 'http://127.0.0.1:4310' }, { issuer: 'http://localhost:9000' })
  expect(readOidcSetting(loopback).findings).toEqual([])
})

test.each([
  ['a file that is not there', '/no/such/file.json'],
  ['half a JSON', '{"publicUrl":'],
  ['an unknown field', setting({ more: 1 })],
  ['an issuer without TLS', setting({}, { issuer: 'http://id.example.gov.cn' })],
  ['a page without TLS', setting({ publicUrl: 'http://sanding.example.gov.cn' })],
  [
    'an endpoint without TLS',
    setting(
      {},
      {
        endpoints: {
          authorization: 'https://a.example',
          token: 'http://b.example',
          keys: 'https://a.example',
        },
      },
    ),
  ],
  ['an address of another kind', setting({}, { issuer: 'file:///etc/passwd' })],
  ['two providers of one id', setting({ providers: [provider, provider] })],
  ['an id that is no part of an address', setting({}, { id: '../up' })],
])('%s is a finding', (_, given) => {
  const { setting: read, findings } = readOidcSetting(given)
  expect(read).toBeUndefined()
  expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['R40']))
})
