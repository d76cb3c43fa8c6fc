import { say, type Text } from '../../../kernel/text.ts'
import type { Balance, CounterExample } from '../../../reform/conservation.ts'
import { type Expectations, expectationOf, isAmount } from '../../../reform/expectations.ts'
import { measureOf } from '../../../reform/refusals.ts'
import { type PostKind, postKinds } from '../../../register/quota.ts'
import type { HeldName } from '../../../register/register.ts'
import type { Opened } from '../opened.ts'
import { type AmountOf, type Column, cellsOf, type RowHead } from './matrix-cells.ts'
import { measures } from './measures.ts'
import { kindText, passagesOfPosts } from './posts.ts'
import { type Passages, type Proof, passagesOfThings, type ThingRow } from './things.ts'

/** One conserved thing, or a measure of one (`isPart`): its numbers, each with its rows. */
export interface MatrixRow {
  readonly id: string
  readonly table: HeldName
  readonly label: Text
  readonly measure: Text
  /** A kind of it, or something else counted of it: area, yuan, volumes. */
  readonly isPart: boolean
  readonly cells: Readonly<Record<Column, Opened>>
  readonly isKept: boolean
  /** What is not where the plan says it must be, with its finding; none in a part. */
  readonly examples: readonly CounterExample[]
}

/** 守恒对照表: every conserved table in the order of the register, with its kinds and measures below it. */
export const matrixOf = (proof: Proof): MatrixRow[] => {
  const expected = expectationOf(proof.before, proof.moves)
  return proof.conservation.balances
    .filter(({ before, after, begun, unplaced }) => before + after + begun + unplaced > 0)
    .flatMap((balance) => [wholeRow(balance, proof, expected), ...partRows(balance.table, proof, expected)])
}

const wholeRow = ({ table, term }: Balance, proof: Proof, expected: Expectations): MatrixRow => {
  const examples = proof.conservation.counterExamples.filter((each) => each.table === table)
  const passages = isAmount(table) ? passagesOfPosts(table, proof) : passagesOfThings(table, proof, expected)
  const measure = isAmount(table) ? posts : measureOf(table)
  const row = {
    id: table,
    table,
    label: say(term.zh, headed(isAmount(table) ? amountNames[table] : measure.en)),
    measure,
    unit: 'units' as const,
  }
  return {
    ...row,
    isPart: false,
    cells: cellsOf(row, passages, examples),
    isKept: examples.length === 0,
    examples,
  }
}

const posts = say('名', 'posts')
const amountNames = { quotas: 'posts', leadership: 'leading posts' } as const

const partRows = (table: HeldName, proof: Proof, expected: Expectations): MatrixRow[] => {
  const examples = proof.conservation.counterExamples.filter((each) => each.table === table)
  const part = (
    row: RowHead,
    passages: Passages,
    own: readonly CounterExample[],
    amountOf?: AmountOf,
  ): MatrixRow => ({
    ...row,
    isPart: true,
    cells: cellsOf(row, passages, own, amountOf),
    isKept: own.length === 0,
    examples: [],
  })
  if (table === 'quotas')
    return (Object.keys(postKinds) as PostKind[]).flatMap((kind) => {
      const passages = passagesOfPosts('quotas', proof, kind)
      if (passages.before.length + passages.after.length === 0) return []
      const row = {
        id: `quotas.${kind}`,
        table,
        label: kindText('quotas', kind),
        measure: posts,
        unit: 'units',
      } as const
      return [
        part(
          row,
          passages,
          examples.filter(({ id }) => id.endsWith(`/${kind}`)),
        ),
      ]
    })
  const measure = measures[table]
  if (measure === undefined || isAmount(table)) return []
  const { weigh, ...head } = measure
  const row = { ...head, id: `${table}.${head.id}`, table }
  const amountOf = ({ id }: CounterExample) => {
    const thing = (proof.before[table].get(id) ?? proof.after[table].get(id)) as ThingRow | undefined
    return thing === undefined ? 0 : weigh(thing)
  }
  return [part(row, passagesOfThings(table, proof, expected, weigh), examples, amountOf)]
}

/** With a capital, as it stands at the head of a row or column. */
export const headed = (words: string): string => words.replace(/^./, (first) => first.toUpperCase())
