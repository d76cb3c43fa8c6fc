import { rounded } from '../../../kernel/ratio.ts'
import { number, say, type Text } from '../../../kernel/text.ts'
import type { Figure, Sources } from '../../../ledger/figure.ts'
import { costPerPost, latestRevenue } from '../../../ledger/figures/money.ts'
import { type Opened, openedFigure } from '../opened.ts'

/** One number of how the nominal saving is made, and the numbers that it is made of. */
export interface Branch {
  readonly depth: number
  /** The number with its rows; its formula is the step from those below it. */
  readonly opened: Opened
}

/** 算式: the share of revenue, down to posts, budget and revenue, which open their rows. Empty without a budget. */
export const nominalTree = (figures: readonly Figure[], sources: Sources): Branch[] => {
  const figure = (id: string) => figures.find((each) => each.id === id)
  const nominal = figure('staffSaving.nominalYuan')
  const [was, is] = [figure('institutionPosts.before'), figure('institutionPosts.after')]
  if (nominal?.computed === undefined || was === undefined || is === undefined) return []
  const share = figure('staffSaving.shareOfRevenue')
  const hasShare = share?.computed !== undefined
  const deep = hasShare ? 1 : 0
  const cut = (was.computed ?? 0) - (is.computed ?? 0)
  return [
    ...(hasShare ? [branch(0, openedFigure(share))] : []),
    branch(deep, openedFigure(nominal)),
    branch(deep + 1, {
      id: 'postsCut',
      label: say('核减的涉改事业编制', 'Institution posts cut'),
      unit: 'posts',
      value: cut,
      definition: say(
        '改革前的涉改事业编制，减改革后的',
        'Institution posts before the reform, less those after',
      ),
      formula: difference(was.computed ?? 0, is.computed ?? 0, say('名', 'posts')),
      rows: [...was.rows, ...is.rows.map((row) => ({ ...row, value: -row.value }))],
    }),
    branch(deep + 2, openedFigure(was)),
    branch(deep + 2, openedFigure(is)),
    branch(deep + 1, postCost(sources)),
    branch(deep + 2, staffBudget(sources)),
    branch(deep + 2, openedFigure(was)),
    ...(hasShare ? [branch(1, revenueOf(sources))] : []),
  ]
}

const branch = (depth: number, opened: Opened): Branch => ({ depth, opened })

const difference = (was: number, is: number, { zh, en }: Text): Text =>
  say(
    `${number(was)} − ${number(is)} = ${number(was - is)}${zh}`,
    `${number(was)} − ${number(is)} = ${number(was - is)} ${en}`,
  )

/** The cost of a post is a quotient: its rows are those of the sum that is divided. */
const postCost = (sources: Sources): Opened => {
  const { yuan, staff, posts, rows } = costPerPost(sources)
  const cost = number(rounded(yuan, 2))
  return {
    id: 'costPerPost',
    label: say('每名编制年均人员经费', 'Yearly staff cost of a post'),
    unit: 'yuan',
    value: yuan,
    definition: say(
      '改革前涉改事业单位的人员经费 ÷ 其事业编制',
      'Staff budget of the reformed institutions before the reform ÷ their institution posts',
    ),
    formula: say(
      `${number(staff)}元 ÷ ${number(posts)}名 = ${cost}元`,
      `¥${number(staff)} ÷ ${number(posts)} posts = ¥${cost}`,
    ),
    rows,
  }
}

const staffBudget = (sources: Sources): Opened => {
  const { staff, rows } = costPerPost(sources)
  return {
    id: 'staffBudget',
    label: say('涉改事业单位人员经费', 'Staff budget of the reformed institutions'),
    unit: 'yuan',
    value: staff,
    definition: say(
      '改革前涉改事业单位的人员经费预算项之和',
      'Staff lines of the budget of the reformed institutions before the reform, in sum',
    ),
    formula: say(
      `${number(rows.length)} 行合计 = ${number(staff)}元`,
      `sum of ${number(rows.length)} rows = ¥${number(staff)}`,
    ),
    rows,
  }
}

const revenueOf = (sources: Sources): Opened => {
  const revenue = latestRevenue(sources)
  const rows = revenue.map(({ id, name, amountYuan }) => ({
    at: `revenue:${id}`,
    label: say(name, name),
    value: amountYuan,
  }))
  const value = rows.reduce((sum, row) => sum + row.value, 0)
  const year = revenue[0]?.year ?? ''
  return {
    id: 'revenue',
    label: say(`${year}年一般公共预算收入`, `General public budget revenue of ${year}`),
    unit: 'yuan',
    value,
    definition: say('最近年度各项收入之和', 'All items of revenue of the latest year on record, in sum'),
    formula: say(
      `${number(rows.length)} 行合计 = ${number(value)}元`,
      `sum of ${number(rows.length)} rows = ¥${number(value)}`,
    ),
    rows,
  }
}
