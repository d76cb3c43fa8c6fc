import type { Certificate, Fate } from './certificate.ts'
import type { County } from './county.ts'
import { compare, type Problem, problem } from './problem.ts'
import { type Amounts, amounts, amountTables, mayEnd, type Things, things, thingTables } from './words.ts'
import type { World } from './world.ts'

/** A sentence in both languages. */
type Words = readonly [zh: string, en: string]

/** Compares everything the certificate says became of things with what the checker found out; names each difference. */
export const differences = (certificate: Certificate, county: County, world: World): Problem[] => [
  ...thingTables.flatMap((table) => fatesDiffer(table, certificate, county, world)),
  ...amountTables.flatMap((table) => postsDiffer(table, certificate, county, world)),
  ...unitsDiffer(certificate, world),
  ...balancesDiffer(certificate, county, world),
]

/** What was there and is now neither with an open unit nor ended by a line that may end it; and posts out of nowhere. */
export const losses = (county: County, world: World): Problem[] => [
  ...thingTables.flatMap((table) =>
    (county.rows[table] ?? []).flatMap(({ id = '' }) => {
      const holder = world.holders[table].get(id)
      if (holder !== undefined && world.isOpen(holder)) return []
      if (holder === undefined && mayEnd[table] !== undefined && world.ended[table].has(id)) return []
      const [zh, en] = things[table]
      return [problem('V10', `${zh}“${id}”下落不明`, `The ${en} “${id}” is lost`, { table, id })]
    }),
  ),
  ...amountTables.flatMap((table) =>
    amounts[table].words.flatMap((key) => {
      const expected = before(table, county, key) + (world.authorised.get(`${table} ${key}`) ?? 0)
      const found = total([...world.posts[table].values()].map((held) => held.get(key) ?? 0))
      if (found === expected) return []
      const [zh, en] = amounts[table].term
      return [
        problem(
          'V10',
          `${zh}（${key}）应为${expected}，实为${found}`,
          `The ${en} (${key}) should be ${expected}, is ${found}`,
          {
            table,
            id: key,
          },
        ),
      ]
    }),
  ),
]

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0)

const before = (table: Amounts, county: County, key?: string): number =>
  total(
    (county.rows[table] ?? [])
      .filter((row) => key === undefined || row[amounts[table].key] === key)
      .map((row) => Number(row.posts)),
  )

const differs = (
  [zh, en]: Words,
  about: { table: string; id: string },
  expected: Words,
  found: Words,
): Problem =>
  problem(
    'V07',
    `${zh}“${about.id}”：证书写${found[0]}，按台账和方案应为${expected[0]}`,
    `The ${en} “${about.id}”: the certificate says ${found[1]}; by the register and the plan it is ${expected[1]}`,
    { ...about, expected: expected[1], found: found[1] },
  )

/** By id; an id that the certificate names twice is a problem of its own. */
const byId = <Row extends readonly [string, ...unknown[]]>(
  table: string,
  rows: readonly Row[],
  problems: Problem[],
): Map<string, Row> => {
  const map = new Map<string, Row>()
  for (const row of rows) {
    const [id] = row
    if (map.has(id))
      problems.push(
        problem(
          'V07',
          `证书中 ${table}“${id}”出现两次`,
          `“${id}” of ${table} stands twice in the certificate`,
          {
            table,
            id,
          },
        ),
      )
    map.set(id, row)
  }
  return map
}

const every = (...maps: readonly ReadonlyMap<string, unknown>[]): string[] =>
  [...new Set(maps.flatMap((map) => [...map.keys()]))].sort(compare)

const fateInWords = ([, was, is]: Fate): Words => {
  if (was === null && is === null) return ['没有此项', 'that there is none']
  if (was === null) return [`新设于“${is}”`, `begun with “${is}”`]
  if (is === null) return [`在“${was}”终止`, `ended with “${was}”`]
  return was === is
    ? [`留在“${is}”`, `staying with “${is}”`]
    : [`由“${was}”到“${is}”`, `going from “${was}” to “${is}”`]
}

const fatesDiffer = (table: Things, certificate: Certificate, county: County, world: World): Problem[] => {
  const problems: Problem[] = []
  const said = byId(table, certificate.fates[table] ?? [], problems)
  const was = new Map((county.rows[table] ?? []).map(({ id = '', unit = '' }) => [id, unit]))
  const is = world.holders[table]
  for (const id of every(said, was, is)) {
    const expected = fateInWords([id, was.get(id) ?? null, is.get(id) ?? null])
    const found = fateInWords(said.get(id) ?? [id, null, null])
    if (expected[1] !== found[1]) problems.push(differs(things[table], { table, id }, expected, found))
  }
  return problems
}

const postsDiffer = (table: Amounts, certificate: Certificate, county: County, world: World): Problem[] => {
  const problems: Problem[] = []
  const said = byId(table, certificate.posts[table] ?? [], problems)
  const was = new Map((county.rows[table] ?? []).map(({ id = '', posts = '' }) => [id, Number(posts)]))
  const is = new Map(
    [...world.posts[table]].flatMap(([unit, held]) =>
      [...held].map(([key, count]) => [`${unit}/${key}`, count]),
    ),
  )
  const words = (from: number, to: number): Words => [
    `由${from}名到${to}名`,
    `going from ${from} to ${to} posts`,
  ]
  for (const id of every(said, was, is)) {
    const expected = words(was.get(id) ?? 0, is.get(id) ?? 0)
    const found = words(said.get(id)?.[1] ?? 0, said.get(id)?.[2] ?? 0)
    if (expected[1] !== found[1]) problems.push(differs(amounts[table].term, { table, id }, expected, found))
  }
  return problems
}

const unitsDiffer = (certificate: Certificate, world: World): Problem[] => {
  const problems: Problem[] = []
  const said = byId('units', certificate.units, problems)
  const words = (state: string | undefined, successors: readonly string[]): Words => {
    if (state === undefined) return ['没有此单位', 'that there is none']
    const heirs = successors.map((id) => `“${id}”`)
    if (state === 'open' && heirs.length === 0) return ['保留', 'open']
    return [
      `${state === 'open' ? '保留' : '撤销'}，由${heirs.join('、') || '无'}承继`,
      `${state}, carried on by ${heirs.join(', ') || 'none'}`,
    ]
  }
  for (const id of every(said, world.units)) {
    const unit = world.units.get(id)
    const expected = words(unit && (unit.isOpen ? 'open' : 'closed'), unit?.successors ?? [])
    const found = words(said.get(id)?.[1], said.get(id)?.[2] ?? [])
    if (expected[1] !== found[1])
      problems.push(differs(['单位', 'unit'], { table: 'units', id }, expected, found))
  }
  return problems
}

/** The sums of each table, worked out again from the fates. */
const sumsOf = (table: Things | Amounts, county: County, world: World) => {
  if (table === 'quotas' || table === 'leadership') {
    const was = new Map((county.rows[table] ?? []).map(({ id = '', posts }) => [id, Number(posts)]))
    const is = [...world.posts[table]].flatMap(([unit, held]) =>
      [...held].map(([key, n]) => [`${unit}/${key}`, n] as const),
    )
    const authorised = total(amounts[table].words.map((key) => world.authorised.get(`${table} ${key}`) ?? 0))
    return {
      before: before(table, county),
      moved: total(is.map(([id, count]) => Math.max(0, count - (was.get(id) ?? 0)))),
      ended: Math.max(0, -authorised),
      begun: Math.max(0, authorised),
      after: total(is.map(([, count]) => count)),
      unplaced: 0,
    }
  }
  const was = new Map((county.rows[table] ?? []).map(({ id = '', unit = '' }) => [id, unit]))
  const is = world.holders[table]
  const count = (ids: Iterable<string>, wanted: (id: string) => boolean) => [...ids].filter(wanted).length
  return {
    before: was.size,
    moved: count(was.keys(), (id) => is.has(id) && is.get(id) !== was.get(id)),
    ended: count(was.keys(), (id) => !is.has(id)),
    begun: count(is.keys(), (id) => !was.has(id)),
    after: is.size,
    unplaced: 0,
  }
}

const balancesDiffer = (certificate: Certificate, county: County, world: World): Problem[] => {
  const problems: Problem[] = []
  const rows = certificate.balances.map(({ table, ...sums }) => [String(table), sums] as const)
  const said = byId('balances', rows, problems)
  for (const table of [...thingTables, ...amountTables]) {
    const expected = Object.entries(sumsOf(table, county, world))
    const found: Readonly<Record<string, string | number>> = said.get(table)?.[1] ?? {}
    for (const [name, sum] of expected.filter(([key, value]) => found[key] !== value)) {
      const [is, should] = [String(found[name] ?? '—'), String(sum)]
      problems.push(
        differs(['平衡表', 'balance'], { table, id: `${table} ${name}` }, [should, should], [is, is]),
      )
    }
  }
  return problems
}
