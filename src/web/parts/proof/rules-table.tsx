import { Fragment, useState } from 'react'
import { number } from '../../../kernel/text.ts'
import { undecided } from '../../../reform/rules/undecided.ts'
import type { RuleRow, RuleState } from '../../model/proof/rule-rows.ts'
import { TableBox } from '../account/table-box.tsx'
import { severityMarks } from '../findings.tsx'
import { Icon } from '../icon.tsx'
import { Segmented } from '../segmented.tsx'
import { useWords, type Words } from '../words.tsx'
import { CsvButton } from './csv-button.tsx'
import { FindingLines, type ToLine } from './finding-lines.tsx'

/** Every rule of the book as judged for this plan, with its clause; what it found stands below it. */
export const RulesTable = ({
  rows,
  fileName,
  toLine,
}: {
  readonly rows: readonly RuleRow[]
  readonly fileName: string
  readonly toLine: ToLine
}) => {
  const words = useWords()
  const { t, pick } = words
  const [shown, setShown] = useState<'all' | 'remarked'>('all')
  const remarked = rows.filter(({ findings }) => findings.length > 0)
  const pass = rows.filter(({ state }) => state === 'pass').length
  const header = [t('proofState'), t('proofCode'), t('proofAsks'), t('proofClause')]
  return (
    <section aria-labelledby="rules-title">
      <div className="proof-head">
        <h2 id="rules-title">
          {t('proofRules')}{' '}
          <small>{t('proofRulesCount', { all: number(rows.length), pass: number(pass) })}</small>
        </h2>
        <Segmented
          label={t('proofRulesShow')}
          choices={[
            ['all', t('proofRulesAll', { count: rows.length })],
            ['remarked', t('proofRulesRemarked', { count: remarked.length })],
          ]}
          value={shown}
          onChoose={setShown}
        />
        <CsvButton
          fileName={`${fileName}-rules`}
          label={t('proofRules')}
          header={[...header, t('proofUnverified'), t('findings')]}
          lines={() =>
            rows.map((row) => [
              stateWord(row.state, words),
              row.code,
              pick(row.title),
              row.because?.source ?? '',
              row.because?.verified === false ? t('proofUnverified') : '',
              row.findings.map(({ message }) => pick(message)).join(' '),
            ])
          }
        />
      </div>
      <TableBox label={t('proofRules')}>
        <table className="plain rules">
          <thead>
            <tr>
              {header.map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(shown === 'all' ? rows : remarked).map((row) => (
              <Rule key={row.code} row={row} toLine={toLine} />
            ))}
          </tbody>
        </table>
      </TableBox>
      <Undecided />
    </section>
  )
}

const Rule = ({ row, toLine }: { readonly row: RuleRow; readonly toLine: ToLine }) => {
  const words = useWords()
  const { t, pick } = words
  const { code, title, state, because, findings } = row
  return (
    <Fragment>
      <tr className={findings.length > 0 ? 'has-findings' : undefined} data-rule={code}>
        <td>
          <span className={`severity ${state === 'pass' ? 'ok' : state}`}>
            <Icon name={iconOf(state)} /> {stateWord(state, words)}
          </span>
        </td>
        <td>
          <code>{code}</code>
        </td>
        <th scope="row">
          {pick(title)}
          {because !== undefined && <p className="note">{pick(because.text)}</p>}
        </th>
        <td className="prose">
          {because?.source}
          {because?.verified === false && <span className="badge">{t('proofUnverified')}</span>}
        </td>
      </tr>
      {findings.length > 0 && (
        <tr className="rule-findings">
          <td colSpan={4}>
            <FindingLines findings={findings} toLine={toLine} hasCode={false} />
          </td>
        </tr>
      )}
    </Fragment>
  )
}

const iconOf = (state: RuleState) =>
  state === 'pass' ? 'tick' : state === 'silent' ? 'info' : severityMarks[state].icon

const stateWord = (state: RuleState, { t }: Words): string =>
  t(state === 'pass' ? 'proofPass' : state === 'silent' ? 'proofSilent' : severityMarks[state].key)

/** Rows of the rule book that no register and no plan can decide, with what is missing. */
const Undecided = () => {
  const { t, pick } = useWords()
  return (
    <details className="undecided">
      <summary>{t('proofUndecided', { count: undecided.length })}</summary>
      <ul>
        {undecided.map(({ code, title, because }) => (
          <li key={code}>
            <code>{code}</code> {pick(title)} <span className="note">{pick(because)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
