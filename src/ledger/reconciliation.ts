import { quotient, ratio, rounded } from '../kernel/ratio.ts'
import { number, say, type Text } from '../kernel/text.ts'
import type { Figure } from './figure.ts'

/** Whether figures of the ledger fit one another: `no` means that they measure different things and must not be mixed. */
export interface Reconciliation {
  readonly id: string
  /** The figures that are held against one another. */
  readonly figures: readonly string[]
  readonly fits: boolean
  /** The comparison with its numbers, and what follows from it. */
  readonly statement: Text
}

/** The value a figure was promised with, or, when none was printed, the computed one. */
type Promised = (id: string) => number | undefined

interface Comparison {
  readonly id: string
  readonly figures: readonly string[]
  /** Is given the promised values in the order of `figures`. */
  compare(values: readonly number[]): { readonly fits: boolean; readonly statement: Text }
}

const comparison = (
  id: string,
  figures: readonly string[],
  compare: (...values: number[]) => { fits: boolean; statement: Text },
): Comparison => ({ id, figures, compare: (values) => compare(...values) })

const comparisons: readonly Comparison[] = [
  comparison(
    'unitsRemoved',
    ['organs.before', 'organs.after', 'institutions.before', 'institutions.after', 'unitsRemoved'],
    (organsWas = 0, organsIs = 0, institutionsWas = 0, institutionsIs = 0, removed = 0) => {
      const [organs, institutions] = [organsWas - organsIs, institutionsWas - institutionsIs]
      const sum = `${number(organs)} + ${number(institutions)} = ${number(organs + institutions)}`
      return {
        fits: organs + institutions === removed,
        statement: say(
          `减少的机构${sum}，公布${number(removed)}`,
          `Units fewer: ${sum}; published ${number(removed)}`,
        ),
      }
    },
  ),
  comparison(
    'postsAndPeople',
    ['institutionPosts.before', 'institutionPosts.after', 'surplusStaff', 'vacantPostsBefore'],
    (was = 0, is = 0, surplus = 0, vacant = 0) => {
      const cut = was - is
      return {
        fits: cut === surplus,
        statement: say(
          `核减编制${number(cut)}名，超编人员${number(surplus)}人：两数不同，因为其中${number(cut - surplus)}名编制没有人（改革前空编${number(vacant)}名）`,
          `${number(cut)} posts were cut but ${number(surplus)} people are surplus: ${number(cut - surplus)} of the posts had nobody in them (${number(vacant)} vacant before the reform)`,
        ),
      }
    },
  ),
  comparison(
    'surplusAndLeavers',
    ['surplusStaff', 'supportedStaff.before', 'supportedStaff.target'],
    (surplus = 0, was = 0, is = 0) => {
      const fewer = was - is
      return {
        fits: fewer >= surplus,
        statement: say(
          `超编人员${number(surplus)}人，供养人员期末净减${number(fewer)}人：${fewer >= surplus ? '超编人员可全部消化' : `期末仍有相当于${number(surplus - fewer)}人继续由财政供养`}`,
          `${number(surplus)} people are surplus and the payroll falls by ${number(fewer)}: ${fewer >= surplus ? 'all of them can be absorbed' : `at the end the budget still pays for the equivalent of ${number(surplus - fewer)} of them`}`,
        ),
      }
    },
  ),
  comparison(
    'nominalAndCash',
    ['staffSaving.nominalYuan', 'staffSaving.realisedYuan', 'staffSaving.steadyYuan'],
    (nominal = 0, realised = 0, steady = 0) => ({
      fits: nominal === steady && nominal === realised,
      statement: say(
        `人员经费有三个数：名义${yuan(nominal).zh}（按核减的编制），首个完整年度实现${yuan(realised).zh}（按已离开的人），稳态${yuan(steady).zh}（人真正离开后）；公布的是名义数，不是现金`,
        `The staff saving is three numbers: nominal ${yuan(nominal).en} (on posts cut), realised in the first full year ${yuan(realised).en} (on people who have left), steady state ${yuan(steady).en} (once people have left); what was published is the nominal one, not cash`,
      ),
    }),
  ),
  comparison(
    'ratioAndPayroll',
    ['population', 'supportedStaff.before', 'supportedStaff.target', 'ratio.before', 'ratio.after'],
    (population = 0, was = 0, is = 0, ratioWas = 0, ratioIs = 0) => {
      const made = [was, is].map((staff) => quotient(ratio(population, staff), 1) ?? 0)
      return {
        fits: made[0] === rounded(ratioWas, 1) && made[1] === rounded(ratioIs, 1),
        statement: say(
          `${number(population)} ÷ ${number(was)} = ${made[0]}，÷ ${number(is)} = ${made[1]}；公布${ratioWas}∶1和${ratioIs}∶1。比例来自人员离开，不是机构合并本身`,
          `${number(population)} ÷ ${number(was)} = ${made[0]} and ÷ ${number(is)} = ${made[1]}; published ${ratioWas}:1 and ${ratioIs}:1. The ratio comes from people leaving, not from the mergers themselves`,
        ),
      }
    },
  ),
  comparison(
    'superBureauVacancy',
    ['surplusStaff', 'superBureau.posts', 'superBureau.people'],
    (surplus = 0, posts = 0, people = 0) => ({
      fits: people >= posts || surplus === 0,
      statement: say(
        `全县超编事业人员${number(surplus)}人，而大部门编制${number(posts)}名只到位${number(people)}人：富余在事业编制，空缺在行政编制，两类编制不得混用`,
        `The county has ${number(surplus)} surplus institution staff while the merged department fills ${number(people)} of ${number(posts)} posts: the surplus is in institution posts, the vacancy in administrative posts, and the two kinds may not be mixed`,
      ),
    }),
  ),
]

/** As in an official sentence: 1.33亿元, 2,314万元 / ¥133 m. */
const yuan = (amount: number): Text =>
  say(
    amount >= 1e8 ? `${rounded(amount / 1e8, 2)}亿元` : `${number(rounded(amount / 1e4, 0))}万元`,
    `¥${number(rounded(amount / 1e6, 1))} m`,
  )

/**
 * Holds the published figures against one another (the computed value stands in where none was printed).
 * A comparison for which a value is missing is left out.
 */
export const reconciled = (figures: readonly Figure[]): Reconciliation[] => {
  const promised = promisedIn(figures)
  return comparisons.flatMap(({ id, figures: ids, compare }): Reconciliation[] => {
    const values = ids.map(promised)
    return values.every((value) => value !== undefined) ? [{ id, figures: ids, ...compare(values) }] : []
  })
}

const promisedIn = (figures: readonly Figure[]): Promised => {
  const byId = new Map(figures.map((figure) => [figure.id, figure]))
  return (id) => byId.get(id)?.published ?? byId.get(id)?.computed
}
