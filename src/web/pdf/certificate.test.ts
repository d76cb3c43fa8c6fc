import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import type { Language } from '../../kernel/text.ts'
import { type Certificate, certify } from '../../reform/certificate.ts'
import { policyDigest, readCountyFolder } from '../../store/county-folder.ts'
import { openBook, sessionOf, sourceIn } from '../model/session.ts'
import { wordsIn } from '../parts/words.tsx'
import { bringTexts } from '../texts/brought.ts'
import { certificateContext } from './certificate-context.ts'
import { certificatePdf } from './certificate-page.ts'
import { readPdf, slicesOnDisk } from './testing.ts'

const files = readCountyFolder(resolve(import.meta.dirname, '../../../counties/hequ'))
const opened = {
  ...files,
  policies: [...files.policies],
  findings: [...files.findings],
  policyDigest: policyDigest(files.policies),
  plans: { ...files.plans },
}
const book = openBook(opened)
const session = sessionOf(book, sourceIn(opened, Object.keys(files.plans)[0]))
const issued = (): Certificate => {
  const { plan, account } = session
  if (plan === undefined || account === undefined) throw new Error('the county has no plan')
  return certify(account, plan, book.county.manifest, book.policyOn(plan.effectiveOn))
}

const read = async (certificate: Certificate, language: Language) => {
  await bringTexts(language)
  const context = certificateContext(session, wordsIn(language))
  if (context === undefined) throw new Error('the county has no plan')
  const bytes = await certificatePdf(certificate, { ...context, fileName: 'hequ-certificate' }, slicesOnDisk)
  return { bytes, ...(await readPdf(bytes)) }
}

test.each([
  ['zh', '守恒证书', '河曲县', '职责'],
  ['en', 'Certificate of conservation', 'Hequ County', 'Duties'],
] as const)(
  'the certificate in %s is one page with its digests, things and how to check it',
  async (language, ...words) => {
    const certificate = issued()
    const { bytes, pages, info } = await read(certificate, language)
    const text = pages[0]?.text.replaceAll('\n', '') ?? ''

    expect(pages.length).toBe(1)
    for (const word of words) expect(text).toContain(word)
    for (const digest of [
      certificate.register.digest,
      certificate.plan.digest,
      certificate.rules.digest,
      certificate.seal,
    ])
      expect(text).toContain(digest)
    expect(text).toContain(certificate.plan.authority)
    expect(text).toContain('bin/sanding verify hequ-certificate.json --county counties/hequ')
    for (const code of certificate.outstanding) expect(text).toContain(code)
    expect(info.Subject).toBe(certificate.seal)
    expect(bytes.length).toBeLessThan(150_000)
  },
)

test('a certificate that does not hold says so first, and names how many are not placed', async () => {
  const certificate = issued()
  const [first, ...others] = certificate.balances
  const { pages } = await read(
    { ...certificate, holds: false, blocking: 2, balances: [{ ...first, unplaced: 3 }, ...others] },
    'zh',
  )

  expect(pages[0]?.text).toContain('守恒不成立：3 项没有到方案写明的去处。')
  expect(pages[0]?.text).toContain('2 项阻断性审核意见')
})

test('with every opinion of the rule book outstanding it still is one page, and all of it is there', async () => {
  const outstanding = Array.from({ length: 40 }, (_, at) => `Q${at + 1}`)
  const { pages } = await read({ ...issued(), outstanding }, 'en')

  expect(pages.length).toBe(1)
  for (const code of outstanding) expect(pages[0]?.text.split('\n')).toContain(code)
  expect(pages[0]?.text).toContain('shares no code')
})
