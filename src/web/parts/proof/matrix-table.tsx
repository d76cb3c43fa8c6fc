import { Fragment } from 'react'
import { number } from '../../../kernel/text.ts'
import { headed, type MatrixRow } from '../../model/proof/matrix.ts'
import { type Column, columns, columnTexts } from '../../model/proof/matrix-cells.ts'
import { TableBox } from '../account/table-box.tsx'
import { Icon } from '../icon.tsx'
import { useWords } from '../words.tsx'
import { walkCells } from './cell-keys.ts'
import { CsvButton } from './csv-button.tsx'
import { FindingLines, type ToLine } from './finding-lines.tsx'
import { NumberCell, type Open } from './number-button.tsx'

const changes: readonly Column[] = ['out', 'in', 'ended', 'begun']
const shownExamples = 12

/** 守恒对照表: every conserved thing with its numbers; below a row that is not kept, what is missing, by name. */
export const MatrixTable = ({
  matrix,
  fileName,
  onOpen,
  toLine,
}: {
  readonly matrix: readonly MatrixRow[]
  readonly fileName: string
  readonly onOpen: Open
  readonly toLine: ToLine
}) => {
  const { t, pick } = useWords()
  const header = [
    t('proofThing'),
    ...columns.map((column) => headed(pick(columnTexts[column][0]))),
    t('proofResult'),
  ]
  return (
    <section aria-labelledby="matrix-title">
      <div className="proof-head">
        <h2 id="matrix-title">{t('proofMatrix')}</h2>
        <CsvButton
          fileName={`${fileName}-matrix`}
          label={t('proofMatrix')}
          header={header}
          lines={() =>
            matrix.map(({ label, cells, isKept }) => [
              pick(label),
              ...columns.map((column) => cells[column].value ?? 0),
              t(isKept ? 'proofKept' : 'proofNotKept'),
            ])
          }
        />
      </div>
      <TableBox label={t('proofMatrix')}>
        <table className="plain matrix" onKeyDown={walkCells}>
          <thead>
            <tr>
              {header.map((title, at) => (
                <th
                  key={title}
                  scope="col"
                  className={at > 0 && at < header.length - 1 ? 'number' : undefined}
                >
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {matrix.map((row, at) => (
              <Fragment key={row.id}>
                <Line row={row} onOpen={onOpen} />
                {matrix[at + 1]?.table !== row.table && (
                  <Examples examples={examplesOf(matrix, row.table)} width={header.length} toLine={toLine} />
                )}
              </Fragment>
            ))}
          </tbody>
        </table>
      </TableBox>
      <p className="note matrix-note">{t('proofSumNote')}</p>
    </section>
  )
}

const examplesOf = (matrix: readonly MatrixRow[], table: MatrixRow['table']) =>
  matrix.flatMap((row) => (row.table === table ? row.examples : []))

/** Below the last row of a thing: what of it is not where the plan says, by name, with what to do. */
const Examples = ({
  examples,
  width,
  toLine,
}: {
  readonly examples: MatrixRow['examples']
  readonly width: number
  readonly toLine: ToLine
}) => {
  const { t } = useWords()
  if (examples.length === 0) return null
  const more = examples.length - shownExamples
  return (
    <tr className="matrix-examples">
      <td colSpan={width}>
        <FindingLines
          findings={examples.slice(0, shownExamples).map(({ finding }) => finding)}
          toLine={toLine}
        />
        {more > 0 && <p className="note">{t('proofMore', { count: number(more) })}</p>}
      </td>
    </tr>
  )
}

const Line = ({ row, onOpen }: { readonly row: MatrixRow; readonly onOpen: Open }) => {
  const { t, pick, language } = useWords()
  const { label, measure, cells, isKept, isPart } = row
  const isNamed = language === 'zh' || cells.before.unit === 'm2'
  const unit = !isNamed ? '' : cells.before.unit === 'yuan' ? '万元' : pick(measure)
  return (
    <tr className={`${isPart ? 'is-part' : ''}${isKept ? '' : ' is-lost'}`} data-row={row.id}>
      <th scope="row">
        {pick(label)} <small>{unit}</small>
      </th>
      {columns.map((column) => (
        <td key={column} className={`number is-${column}`}>
          <NumberCell opened={cells[column]} isChange={changes.includes(column)} onOpen={onOpen} />
        </td>
      ))}
      <td>
        {!isPart && (
          <span className={`severity ${isKept ? 'ok' : 'error'}`}>
            <Icon name={isKept ? 'tick' : 'octagon'} /> {t(isKept ? 'proofKept' : 'proofNotKept')}
          </span>
        )}
      </td>
    </tr>
  )
}
