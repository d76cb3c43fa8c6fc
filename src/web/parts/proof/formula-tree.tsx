import { rounded } from '../../../kernel/ratio.ts'
import { number } from '../../../kernel/text.ts'
import { figureText } from '../../format.ts'
import type { Opened } from '../../model/opened.ts'
import type { Branch } from '../../model/proof/formula.ts'
import { TableBox } from '../account/table-box.tsx'
import { useWords, type Words } from '../words.tsx'
import { type Open, OpenButton } from './number-button.tsx'

/** 算式: from the published share down to the numbers that it is made of; each opens its definition and rows. */
export const FormulaTree = ({
  tree,
  onOpen,
}: {
  readonly tree: readonly Branch[]
  readonly onOpen: Open
}) => {
  const words = useWords()
  const { t, pick } = words
  if (tree.length === 0) return null
  return (
    <section aria-labelledby="formula-title">
      <h2 id="formula-title">{t('proofFormula')}</h2>
      <TableBox label={t('proofFormula')}>
        <table className="plain formula-tree">
          <thead className="hidden">
            <tr>
              <th scope="col">{t('colFigure')}</th>
              <th scope="col">{t('colValue')}</th>
            </tr>
          </thead>
          <tbody>
            {tree.map(({ depth, opened }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a number may stand twice in a formula
              <tr key={at} data-depth={depth}>
                <th scope="row" style={{ paddingLeft: `${depth * 16}px` }}>
                  {pick(opened.label)}
                  {isMade(opened) && <span className="note"> {pick(opened.formula)}</span>}
                </th>
                <td className="number">
                  <OpenButton opened={opened} text={valueText(opened, words)} onOpen={onOpen} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </section>
  )
}

/** A plain sum of rows needs no formula of its own beside the number. */
const isMade = ({ formula }: Opened): boolean => /[×÷−]/.test(formula.zh)

const valueText = ({ id, value = 0, unit }: Opened, { language }: Words): string => {
  // The cost of one post is read to the yuan: 10 万元 would hide what it is multiplied with.
  if (id === 'costPerPost')
    return language === 'zh' ? `${number(rounded(value, 0))} 元` : `¥${number(rounded(value, 0))}`
  const text = figureText(value, unit, language)
  return `${text.value} ${text.suffix}`.trim()
}
