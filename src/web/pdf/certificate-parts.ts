import type { Day } from '../../kernel/day.ts'
import { number } from '../../kernel/text.ts'
import type { Certificate } from '../../reform/certificate.ts'
import { measureOf, termOf } from '../../reform/refusals.ts'
import { rules } from '../../reform/rules/index.ts'
import { type HeldName, heldNames } from '../../register/register.ts'
import { dayText } from '../format.ts'
import type { Words } from '../parts/words.tsx'
import type { NamedContext } from './certificate-context.ts'
import type { Cell, Column } from './column.ts'

/** Writes all that the page says, from the title down. */
export const writeCertificate = (column: Column, certificate: Certificate, context: NamedContext): void => {
  const { t, pick } = context.words
  column.text(t('certTitle'), { size: 20, isBold: true }).space(2)
  column.text(`${pick(context.county)} · ${pick(context.planTitle)}`, { size: 12 }).space(8)
  column.rule().space(8)
  verdict(column, certificate, context)
  facts(column, certificate, context)
  digests(column, certificate, context)
  balances(column, certificate, context)
  outstanding(column, certificate, context)
  checking(column, certificate, context)
}

const heading = (column: Column, text: string) =>
  column.space(12).text(text, { size: 10.5, isBold: true }).space(2)

const body = { size: 9 } as const

const verdict = (
  column: Column,
  { holds, blocking, balances: rows }: Certificate,
  { words: { t } }: NamedContext,
) => {
  const unplaced = rows.reduce((sum, row) => sum + Number(row.unplaced), 0)
  column.text(holds ? t('certHolds') : t('certFails', { count: number(unplaced) }), {
    size: 11,
    isBold: true,
    ink: holds ? 'ok' : 'error',
  })
  if (blocking > 0) column.text(t('certBlocked', { count: number(blocking) }), { ...body, ink: 'error' })
}

const pairs = (column: Column, rows: readonly (readonly [string, string])[]) => {
  for (const [name, value] of rows)
    column.row(
      [
        { text: name, width: 92, ink: 'ink-3' },
        { text: value, width: column.width - 92 },
      ],
      body,
    )
}

const facts = (column: Column, { plan, register, units }: Certificate, context: NamedContext) => {
  const { t, language } = context.words
  const closed = units.filter(([, state]) => state === 'closed').length
  column.space(6)
  pairs(column, [
    [t('certAuthority'), plan.authority],
    [
      t('certDays'),
      t('certDaysOf', {
        register: dayText(register.on as Day, language),
        effective: dayText(context.effectiveOn, language),
        completes: dayText(context.completesOn, language),
      }),
    ],
    [t('certUnits'), t('certUnitsOf', { open: number(units.length - closed), closed: number(closed) })],
  ])
}

const digests = (column: Column, certificate: Certificate, { words: { t } }: NamedContext) => {
  heading(column, t('certDigests'))
  pairs(column, [
    [t('certRegister'), certificate.register.digest],
    [t('certPlan'), certificate.plan.digest],
    [t('certRules'), certificate.rules.digest],
    [t('certSeal'), certificate.seal],
  ])
}

const counted = ['before', 'moved', 'ended', 'begun', 'after', 'unplaced'] as const

/** 职责 / Duties. */
const thingsOf = (table: HeldName, { language }: Words): string => {
  if (language === 'zh') return termOf(table).zh
  const many = measureOf(table).en
  return many.charAt(0).toUpperCase() + many.slice(1)
}

const balances = (column: Column, { balances: rows }: Certificate, { words }: NamedContext) => {
  const { t } = words
  heading(column, t('certThings'))
  const width = (column.width - 110) / 7
  const cells = (name: string, numbers: readonly string[], isKept: string, ink: Cell['ink']): Cell[] => [
    { text: name, width: 110 },
    ...numbers.map((text) => ({ text, width, isNumber: true })),
    { text: isKept, width, isNumber: true, ...(ink === undefined ? {} : { ink }) },
  ]
  const heads = [
    t('certBefore'),
    t('certMoved'),
    t('certEnded'),
    t('certBegun'),
    t('certAfter'),
    t('certUnplaced'),
  ]
  column.row(cells(t('certThing'), heads, t('certKept'), 'ink-3'), { size: 8.5, ink: 'ink-3' })
  column.rule().space(2)
  for (const row of rows) {
    const table = heldNames.find((name) => name === row.table)
    const isKept = row.unplaced === 0
    column.row(
      cells(
        table === undefined ? String(row.table) : thingsOf(table, words),
        counted.map((key) => number(Number(row[key]))),
        isKept ? t('certYes') : t('certNo'),
        isKept ? 'ok' : 'error',
      ),
      body,
    )
  }
  column.space(1).rule()
}

/** So many opinions are listed below each other; more stand in two columns. */
const oneColumn = 8

const outstanding = (column: Column, certificate: Certificate, { words }: NamedContext) => {
  const { t, pick } = words
  heading(column, t('certOutstanding'))
  const codes = certificate.outstanding
  if (codes.length === 0) column.text(t('certNoneOutstanding'), body)
  const columns = codes.length > oneColumn ? 2 : 1
  const width = column.width / columns
  for (let at = 0; at < codes.length; at += columns)
    column.row(
      codes.slice(at, at + columns).flatMap((code): Cell[] => {
        const title = rules.find((rule) => rule.code === code)?.title
        return [
          { text: code, width: 34, ink: 'ink-3' },
          { text: title === undefined ? '' : pick(title), width: width - 34 },
        ]
      }),
      body,
    )
}

const checking = (
  column: Column,
  { county, plan }: Certificate,
  { words: { t }, fileName }: NamedContext,
) => {
  const folder = `counties/${county}`
  heading(column, t('certChecking'))
  column.text(t('certCheckingHow', { file: `${fileName}.json` }), body)
  column.text(
    `bin/sanding verify ${fileName}.json --county ${folder} --plan ${folder}/${plan.id}.plan.yaml`,
    { ...body, ink: 'ink-2' },
  )
  column.text(t('certCheckingWhy'), { ...body, ink: 'ink-3' })
}
